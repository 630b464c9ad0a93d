import { SimError } from "../http/context";
import { asObject, asText, type Json } from "../http/json";
import { echoEvent, fromCustomer } from "../webhooks/instagram";
import { instagramMediaUrl } from "../world/media";
import type { Customer } from "../world/types";
import type { World } from "../world/world";
import { keepOnPhone, namedMessage, requiredText, tappedOption } from "./on-phone";
import { readChat } from "./receive";
import { mediaFor } from "./sample-media";
import type { Draft } from "./write";
import type { KindedUpdate } from "./write-whatsapp";

const mediaTypes: Record<string, string> = {
  image: "image",
  video: "video",
  audio: "audio",
  voice: "audio",
  document: "file",
  sticker: "image",
};

/** What an Instagram customer does, on the phone and as messaging events. Throws a SimError. */
export function writeInstagram(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const { kind, body } = draft;
  if (mediaTypes[kind]) return media(world, customer, draft);
  switch (kind) {
    case "text":
      return message(world, customer, draft, { text: requiredText(body, "text") });
    case "like_heart":
      return message(world, customer, draft, { attachments: [{ type: "like_heart" }] });
    case "story_reply":
      return message(world, customer, draft, {
        text: asText(body.text) ?? "Love this!",
        reply_to: { story: { url: storyUrl(world, body), id: "17800000000000111" } },
      });
    case "story_mention":
      return message(world, customer, draft, {
        attachments: [{ type: "story_mention", payload: { url: storyUrl(world, body) } }],
      });
    case "share":
      return message(world, customer, draft, { attachments: [sharedPost(world, body)] });
    case "album":
      return message(world, customer, draft, { attachments: album(world, body) });
    case "unsupported":
      return message(world, customer, draft, unsupported(body));
    case "tap":
      return tap(world, customer, draft);
    case "postback":
      return postback(
        world,
        customer,
        draft,
        asText(body.text) ?? "Get started",
        asText(body.payload) ?? "GET_STARTED",
      );
    case "referral":
      return event(world, customer, draft, "referral", {
        referral: asObject(body.payload) ?? { ref: "bio-link", source: "SHORTLINK", type: "OPEN_THREAD" },
      });
    case "reaction":
      return reaction(world, customer, draft);
    case "edit":
      return edit(world, customer, draft);
    case "revoke":
      return revoke(world, customer, draft);
    case "read":
      readChat(world, customer, 0);
      return [];
    case "business_phone":
      return businessPhone(world, customer, draft);
    case "raw":
      return raw(world, customer, draft);
    default:
      throw new SimError(400, `An Instagram customer cannot send ${kind}.`);
  }
}

function message(world: World, customer: Customer, draft: Draft, fields: Json): KindedUpdate[] {
  const replyTo = draft.replyTo ? { reply_to: { mid: draft.replyTo } } : {};
  const referral = asObject(draft.body.referral);
  const wire = { mid: draft.id, ...fields, ...replyTo, ...(referral ? { referral } : {}) };
  keepOnPhone(world, customer, draft, { text: asText(fields.text), wire });
  return event(world, customer, draft, `message.${draft.kind}`, { message: wire });
}

function media(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const row = mediaFor(world, "instagram", draft.kind, draft.body);
  const type = mediaTypes[draft.kind];
  const wire = { mid: draft.id, attachments: [{ type, payload: { url: instagramMediaUrl(world, row) } }] };
  keepOnPhone(world, customer, draft, {
    kind: draft.kind === "voice" ? "audio" : draft.kind,
    media: { mediaId: row.id, link: null, mimeType: row.mimeType, filename: row.filename },
    wire,
  });
  return event(world, customer, draft, `message.${draft.kind}`, { message: wire });
}

function tap(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const source = namedMessage(world, customer, draft.body);
  const option = tappedOption(source, draft.body);
  if (option.kind === "postback") return postback(world, customer, draft, option.title, option.id);
  if (option.kind !== "quick_reply")
    throw new SimError(400, "A link opens the browser; it tells the business nothing.");
  return message(world, customer, draft, { text: option.title, quick_reply: { payload: option.id } });
}

function postback(
  world: World,
  customer: Customer,
  draft: Draft,
  title: string,
  payload: string,
): KindedUpdate[] {
  const wire = { mid: draft.id, title, payload };
  keepOnPhone(world, customer, draft, { text: title, wire });
  return event(world, customer, draft, "postback", { postback: wire });
}

function reaction(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const target = namedMessage(world, customer, draft.body);
  const emoji = asText(draft.body.emoji) || null;
  target.reactions.customer = emoji;
  const about = { mid: target.providerMessageId, action: emoji ? "react" : "unreact" };
  const named = emoji === "❤️" || emoji === "❤" ? "love" : "other";
  return event(world, customer, draft, "reaction", {
    reaction: emoji ? { ...about, reaction: named, emoji } : about,
  });
}

function edit(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const target = namedMessage(world, customer, draft.body);
  const text = requiredText(draft.body, "text");
  const count = Number(target.wire.num_edit ?? 0) + 1;
  Object.assign(target, { text, editedAt: draft.at, wire: { ...target.wire, num_edit: count } });
  return event(world, customer, draft, "message_edit", {
    message_edit: { mid: target.providerMessageId, text, num_edit: String(count) },
  });
}

function revoke(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const target = namedMessage(world, customer, draft.body);
  target.deletedAt = draft.at;
  return event(world, customer, draft, "message.deleted", {
    message: { mid: target.providerMessageId, is_deleted: true },
  });
}

/** The business answers in the Instagram app: an echo of a message no API call made. */
function businessPhone(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const text = requiredText(draft.body, "text");
  keepOnPhone(world, customer, draft, {
    from: "business",
    kind: "text",
    text,
    wire: { mid: draft.id, text },
  });
  return [{ kind: "echo.text", content: echoEvent(world, customer, draft.at, { mid: draft.id, text }) }];
}

function raw(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const given = asObject(draft.body.message);
  if (!given) throw new SimError(400, "message is missing: a whole messaging event.");
  const inner = asObject(given.message);
  draft.id = asText(inner?.mid) ?? draft.id;
  keepOnPhone(world, customer, draft, { text: asText(inner?.text), wire: given });
  const filled = inner ? { ...given, message: { mid: draft.id, ...inner } } : given;
  return event(world, customer, draft, "raw", filled);
}

function event(world: World, customer: Customer, draft: Draft, kind: string, fields: Json): KindedUpdate[] {
  return [{ kind, content: fromCustomer(world, customer, draft.at, fields) }];
}

function storyUrl(world: World, body: Json): string {
  return asText(body.url) ?? instagramMediaUrl(world, mediaFor(world, "instagram", "image", body));
}

/** `source`: "post" (also when not given), "reel", "story", or "share", Meta's old form. */
function sharedPost(world: World, body: Json): Json {
  const url = storyUrl(world, body);
  const title = asText(body.text) ?? "New in the shop this week";
  switch (asText(body.source)) {
    case "reel":
      return { type: "ig_reel", payload: { url, title, reel_video_id: "17990000000000333" } };
    case "story":
      return { type: "ig_story", payload: { story_media_id: "18030000000000444", story_media_url: url } };
    case "share":
      return { type: "share", payload: { url } };
    default:
      return { type: "ig_post", payload: { url, title, ig_post_media_id: "17900000000000222" } };
  }
}

/** Several files in one message; `samples` names them. */
function album(world: World, body: Json): Json[] {
  const names = Array.isArray(body.samples) ? body.samples.map(asText) : ["mug", "vase", "bowl"];
  return names.map((sample) => {
    const row = mediaFor(world, "instagram", "image", { sample });
    const type = row.mimeType.startsWith("video/") ? "video" : "image";
    return { type, payload: { url: instagramMediaUrl(world, row) } };
  });
}

/** `reason: "ephemeral"` is a picture that may be seen once; anything else is a message Meta does not hand over. */
function unsupported(body: Json): Json {
  return body.reason === "ephemeral" ? { attachments: [{ type: "ephemeral" }] } : { is_unsupported: true };
}
