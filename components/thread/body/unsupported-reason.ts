const reasons = {
  gif: "gif",
  animated_image: "gif",
  poll: "poll",
  poll_creation: "poll",
  poll_update: "vote",
  group_invite: "invite",
  ephemeral: "once",
  view_once: "once",
  view_once_message: "once",
  pin: "pin",
  keep_in_chat: "pin",
  hsm: "business",
  template: "business",
  interactive: "business",
  list: "business",
  product: "product",
  order: "product",
  media_placeholder: "placeholder",
  image: "media",
  video: "media",
  audio: "media",
  sticker: "media",
  document: "media",
  location: "location",
  link_preview: "link",
  edit: "edit",
  reaction: "reaction",
  event: "event",
  call: "call",
} as const;

/** 131060: the first message to a number that is also on the phone app, often from an ad. */
const FIRST_MESSAGE = 131060;

export type UnsupportedReason = (typeof reasons)[keyof typeof reasons] | "first" | "named" | "unknown";

/**
 * Which words of `thread.unsupported` tell best why there is no content. Pure.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/unsupported
 */
export function unsupportedReason(type: string | null, code: number | null): UnsupportedReason {
  if (code === FIRST_MESSAGE) return "first";
  if (type !== null && Object.hasOwn(reasons, type)) return reasons[type as keyof typeof reasons];
  const isNameless = type === null || ["unsupported", "unknown", "errors", "fallback"].includes(type);
  return isNameless ? "unknown" : "named";
}
