import type { Json } from "../../http/json";
import { setSubscription, subscribedFields } from "../../world/accounts";
import { standingOf } from "../../world/standing";
import { findCustomer, type World } from "../../world/world";
import { type Answer, type Call, profileIn } from "../call";
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

/** `GET /{account | page | me}?fields=`. With a Page's token `me` is the Page; with Instagram Login it is the account. */
export function readAccount(call: Call): Answer {
  const { world, url, params } = call.context;
  const { accountId, pageId, username, login } = profileIn(call);
  const isPage = params.node === pageId || (params.node === "me" && login !== "instagram");
  const { linkedAccountId = accountId, node: changes } = standingOf(world, accountId);
  const isNamed = /account\{[^}]*username/.test(url.searchParams.get("fields") ?? "");
  const linked =
    linkedAccountId === null ? undefined : { id: linkedAccountId, ...(isNamed ? { username } : {}) };
  // Instagram Login's own `id` is another one for each app; webhooks name the `user_id`.
  const ownId = login === "instagram" && params.node === "me" ? `9${accountId.slice(1)}` : accountId;
  const node: Json = {
    id: isPage ? pageId : ownId,
    user_id: accountId,
    username,
    name: "Parley demo shop",
    account_type: "BUSINESS",
    profile_picture_url: `${world.url}/sim/avatar/business.svg`,
    followers_count: 1204,
    follows_count: 88,
    media_count: 310,
    ...(isPage ? { access_token: call.account?.token } : {}),
    ...(login === "instagram"
      ? {}
      : { instagram_business_account: linked, connected_instagram_account: linked }),
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

export function listInstagramApps(call: Call): Answer {
  const { world } = call.context;
  const { accountId } = profileIn(call);
  const standing = standingOf(world, accountId);
  const fields = subscribedFields(world, "instagram", accountId);
  const app = {
    category: "Business",
    name: "Parley",
    id: world.options.appId,
    subscribed_fields: standing.subscribedFields ?? fields ?? [],
  };
  return { body: { data: (standing.isSubscribed ?? fields !== null) ? [app] : [] } };
}

/** `GET /{page | account}/conversations`: refused while the account's owner does not let apps at the messages. */
export function listConversations(call: Call): Answer {
  const { accountId } = profileIn(call);
  if (standingOf(call.context.world, accountId).areMessagesAllowed === false) {
    throw new GraphError({
      code: 10,
      message: "(#10) The account owner has disabled access to Instagram Direct messages.",
      httpStatus: 403,
    });
  }
  return { body: { data: [] } };
}

/** POST needs `subscribed_fields`, in the query or the body; DELETE ends the subscription. */
export function subscribeInstagram(call: Call): Answer {
  const { context, body } = call;
  const { accountId } = profileIn(call);
  if (context.method === "DELETE") {
    setSubscription(context.world, "instagram", accountId, null);
    context.world.changed();
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
  setSubscription(context.world, "instagram", accountId, fields);
  context.world.changed();
  return { body: { success: true } };
}
