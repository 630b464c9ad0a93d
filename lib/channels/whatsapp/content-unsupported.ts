import type { Draft } from "./draft";
import type { WireMessage } from "./wire";

/**
 * What Meta could not hand over (`unsupported`, formerly `unknown`), or a type this version does not know. 131060
 * is the first message to a number that is also on the phone app.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/unsupported
 */
export function unsupportedContent(wire: WireMessage, type: string | null): Draft {
  const error = wire.errors[0];
  const ownName = type === "unsupported" || type === "unknown" ? null : type;
  return {
    kind: "unsupported",
    text: wire.text?.body ?? null,
    content: {
      kind: "unsupported",
      type: wire.unsupported?.type ?? ownName,
      code: error?.code ?? null,
      reason: error?.error_data?.details ?? error?.details ?? error?.message ?? error?.title ?? null,
    },
  };
}
