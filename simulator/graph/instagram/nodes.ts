import type { Json } from "../../http/json";
import { standingOf } from "../../world/standing";
import { findCustomer, type World } from "../../world/world";
import type { Answer, Call } from "../call";
import { GraphError, missingNode, paramError } from "../errors";
import { pickFields } from "../fields";

const messageFields = [
  "messages",
  "messaging_postbacks",
  "messaging_seen",
  "message_reactions",
  "messaging_referral",
  "messaging_optins",
  "message_edit",
  "messaging_handover",
  "standby",
  "comments",
  "live_comments",
  "mentions",
];

/** `GET /{igsid}?fields=`: 230 without consent, 9010 for nobody Meta knows. */
export function readProfile(world: World, igsid: string, fields: string | null): Answer {
  const customer = findCustomer(world, igsid);
  if (customer?.igsid !== igsid) throw missingNode(igsid, "get");
  if (customer.profile === "needs_consent" || customer.lastWroteAt === null) {
    throw new GraphError({
      code: 230,
      message: "(#230) User consent is required to access user profile",
      httpStatus: 403,
    });
  }
  if (customer.profile === "unknown")
    throw new GraphError({ code: 9010, message: "(#9010) No matching Instagram user" });
  const node: Json = {
    id: igsid,
    name: customer.name,
    username: customer.username,
    profile_pic: `${world.url}/sim/avatar/${customer.id}.svg`,
    follower_count: 128,
    is_verified_user: false,
    is_user_follow_business: true,
    is_business_follow_user: false,
  };
  return { body: pickFields(node, fields, ["name", "username", "profile_pic"], "IGBusinessScopedID") };
}

/** `GET /{account | page | me}?fields=`. */
export function readAccount({ context }: Call): Answer {
  const { world, url, params } = context;
  const { accountId, pageId, username } = world.options.instagram;
  const isPage = params.node === pageId;
  const { linkedAccountId = accountId, node: changes } = standingOf(world, accountId);
  const linked = linkedAccountId === null ? undefined : { id: linkedAccountId };
  const node: Json = {
    id: isPage ? pageId : accountId,
    user_id: accountId,
    username,
    name: "Parley demo shop",
    account_type: "BUSINESS",
    profile_picture_url: `${world.url}/sim/avatar/business.svg`,
    followers_count: 1204,
    follows_count: 88,
    media_count: 310,
    instagram_business_account: linked,
    connected_instagram_account: linked,
    ...changes,
  };
  return {
    body: pickFields(
      node,
      url.searchParams.get("fields"),
      isPage ? ["name"] : ["username"],
      isPage ? "Page" : "IGUser",
    ),
  };
}

export function listInstagramApps({ context }: Call): Answer {
  const { state, options } = context.world;
  const standing = standingOf(context.world, options.instagram.accountId);
  const app = {
    category: "Business",
    name: "Parley",
    id: options.appId,
    subscribed_fields: standing.subscribedFields ?? state.subscribedFields,
  };
  return { body: { data: (standing.isSubscribed ?? state.subscribed.instagram) ? [app] : [] } };
}

/** `GET /{page | account}/conversations`: refused while the account's owner does not let apps at the messages. */
export function listConversations({ context }: Call): Answer {
  const { accountId } = context.world.options.instagram;
  if (standingOf(context.world, accountId).areMessagesAllowed === false) {
    throw new GraphError({
      code: 10,
      message: "(#10) The account owner has disabled access to Instagram Direct messages.",
      httpStatus: 403,
    });
  }
  return { body: { data: [] } };
}

/** POST needs `subscribed_fields`, in the query or the body; DELETE ends the subscription. */
export function subscribeInstagram({ context, body }: Call): Answer {
  const { state } = context.world;
  if (context.method === "DELETE") {
    state.subscribed.instagram = false;
    return { body: { success: true } };
  }
  const given = context.url.searchParams.get("subscribed_fields") ?? body.subscribed_fields;
  const fields = (Array.isArray(given) ? given : String(given ?? "").split(",")).map(String).filter(Boolean);
  if (fields.length === 0) throw paramError("The parameter subscribed_fields is required.");
  const odd = fields.find((field) => !messageFields.includes(field) && !field.startsWith("messag"));
  if (odd)
    throw paramError(
      `Param subscribed_fields[0] must be one of {${messageFields.join(", ")}} - got "${odd}".`,
    );
  state.subscribed.instagram = true;
  state.subscribedFields = fields;
  context.world.changed();
  return { body: { success: true } };
}
