import type { MessageEvent } from "@/lib/domain/provider-event";
import { derivedId } from "../derived-id";
import { ignored, type Unit } from "../unit";
import { contentOf } from "./content";
import type { ItemHead } from "./item-scope";
import type { WireMessage } from "./wire";

/** A message, an echo, or (`is_deleted`) an unsend. One event for one mid, however many attachments. */
export function parseMessage(
  wire: WireMessage,
  referralBeside: Record<string, unknown> | null,
  raw: unknown,
  head: ItemHead,
): Unit {
  const { origin, person, at, isStandby } = head;
  const prefix = origin === "customer" ? "message" : "echo";
  if (wire.is_deleted) {
    if (!wire.mid) return ignored(`${prefix}.revoke`, "The revocation names no message");
    return {
      kind: `${prefix}.revoke`,
      event: { type: "revoke", origin, targetProviderMessageId: wire.mid, at },
    };
  }
  const draft = contentOf(wire);
  const event: MessageEvent = {
    type: "message",
    origin,
    person,
    aliases: [],
    providerMessageId: wire.mid ?? derivedId(raw),
    kind: draft.kind,
    text: draft.text,
    content: draft.content,
    replyTo: replyToOf(wire),
    referral: wire.referral ?? referralBeside,
    forwarded: null,
    groupId: null,
    isStandby,
    sentAt: at,
  };
  return { kind: `${prefix}.${draft.kind}`, event };
}

function replyToOf({ reply_to }: WireMessage): MessageEvent["replyTo"] {
  if (!reply_to?.mid && !reply_to?.story) return null;
  const { mid, story } = reply_to;
  return {
    providerMessageId: mid ?? null,
    story: story ? { id: story.id ?? null, url: story.url ?? null } : null,
    product: null,
  };
}
