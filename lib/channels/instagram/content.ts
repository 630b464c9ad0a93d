import { attachmentContent } from "./content-attachments";
import type { Draft } from "./draft";
import type { WireMessage } from "./wire";

/** What a message holds. Text beside an attachment stays its text. */
export function contentOf(wire: WireMessage): Draft {
  const text = wire.text ?? null;
  if (wire.is_unsupported) return unsupported(text, wire.attachments[0]?.type ?? null);
  if (wire.quick_reply) return quickReply(text, wire.quick_reply.payload ?? null);
  if (wire.attachments.length > 0) return attachmentContent(wire.attachments, text);
  if (text !== null) return { kind: "text", text, content: { kind: "text" } };
  return unsupported(null, null);
}

function quickReply(title: string | null, payload: string | null): Draft {
  return {
    kind: "tap",
    text: title,
    content: { kind: "tap", source: "quick_reply", title, payload, description: null },
  };
}

/** Meta says only that it cannot hand the message over (a GIF, a poll), or sent one with nothing in it. */
function unsupported(text: string | null, type: string | null): Draft {
  return { kind: "unsupported", text, content: { kind: "unsupported", type, code: null, reason: null } };
}
