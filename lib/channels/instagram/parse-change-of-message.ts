import { isSomebody } from "../person";
import { failed, ignored, type Unit } from "../unit";
import type { ItemHead } from "./item-scope";
import type { WireItem } from "./wire";

/** Meta's names of the classic reactions, for bodies that bring no emoji. */
const emojiOf: Record<string, string> = {
  love: "❤️",
  smile: "😆",
  haha: "😆",
  wow: "😮",
  sad: "😢",
  angry: "😠",
  like: "👍",
  dislike: "👎",
};

/** `unreact` takes the reaction back. */
export function parseReaction(
  wire: NonNullable<WireItem["reaction"]>,
  { origin, person, at }: ItemHead,
): Unit {
  const kind = origin === "customer" ? "message.reaction" : "echo.reaction";
  if (!wire.mid) return ignored(kind, "The reaction names no message");
  const named = Object.hasOwn(emojiOf, wire.reaction ?? "") ? emojiOf[wire.reaction ?? ""] : undefined;
  const emoji = wire.action === "unreact" ? null : wire.emoji || named || "❔";
  return {
    kind,
    event: { type: "reaction", origin, person, targetProviderMessageId: wire.mid, emoji, at },
  };
}

/**
 * An edit may arrive before its message. With `num_edit` 0 and no text it announces a message whose words Meta has
 * not sent: the event then has no text.
 */
export function parseEdit(wire: NonNullable<WireItem["message_edit"]>, { origin, at }: ItemHead): Unit {
  const kind = origin === "customer" ? "message.edit" : "echo.edit";
  if (!wire.mid) return ignored(kind, "The edit names no message");
  return {
    kind,
    event: {
      type: "edit",
      origin,
      targetProviderMessageId: wire.mid,
      text: wire.text ?? null,
      editNumber: countOf(wire.num_edit),
      at,
    },
  };
}

/** The person has read this message and every one before it. */
export function parseRead(wire: NonNullable<WireItem["read"]>, { origin, person, at }: ItemHead): Unit {
  if (origin === "phone") return ignored("read", "The account itself has read the thread");
  if (!wire.mid) return ignored("read", "The read names no message");
  if (!isSomebody(person)) return failed("read", "The read names nobody");
  return { kind: "read", event: { type: "read", person, providerMessageId: wire.mid, at } };
}

/** The person came by an ig.me link or an ad into a thread that already exists. */
export function parseReferral(referral: Record<string, unknown>, { origin, person, at }: ItemHead): Unit {
  if (origin === "phone" || !isSomebody(person)) return ignored("referral", "The referral names nobody");
  return { kind: "referral", event: { type: "referral", person, referral, at } };
}

function countOf(value: unknown): number | null {
  const count = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof count === "number" && Number.isInteger(count) && count >= 0 ? count : null;
}
