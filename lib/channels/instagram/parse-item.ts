import { isSomebody } from "../person";
import { failed, ignored, type Unit } from "../unit";
import { headOf } from "./head-of";
import type { ItemHead, ItemScope } from "./item-scope";
import { parseEdit, parseReaction, parseRead, parseReferral } from "./parse-change-of-message";
import { parseHandover } from "./parse-handover";
import { parseMessage } from "./parse-message";
import { parsePostback } from "./parse-postback";
import { WireItem } from "./wire";

/** One item of `messaging[]` or `standby[]`. */
export function parseItem(raw: unknown, scope: ItemScope): Unit {
  const wire = WireItem.safeParse(raw).data;
  if (!wire) return failed("messaging", "The item is not an object");
  const head = headOf(wire, scope);
  if (wire.message || wire.postback) {
    const prefix = head.origin === "customer" ? "message" : "echo";
    const isToSelf = wire.sender?.id !== undefined && wire.sender.id === wire.recipient?.id;
    if (isToSelf) return ignored(prefix, "The account wrote to itself");
    if (!isSomebody(head.person)) return failed(prefix, "The message names nobody but the account");
  }
  return parseByKind(wire, raw, head);
}

/** A referral can stand beside a message or postback, so it comes last. */
function parseByKind(wire: WireItem, raw: unknown, head: ItemHead): Unit {
  if (wire.message) return parseMessage(wire.message, wire.referral ?? null, raw, head);
  if (wire.postback) return parsePostback(wire.postback, wire.referral ?? null, raw, head);
  if (wire.reaction) return parseReaction(wire.reaction, head);
  if (wire.message_edit) return parseEdit(wire.message_edit, head);
  if (wire.read) return parseRead(wire.read, head);
  if (wire.referral) return parseReferral(wire.referral, head);
  const handover = parseHandover(wire, raw, head);
  if (handover) return handover;
  const name = nameOf(raw);
  return ignored(`messaging.${name}`, `Nothing here depends on ${name}`);
}

function nameOf(raw: unknown): string {
  const frame = new Set(["sender", "recipient", "timestamp"]);
  const names = typeof raw === "object" && raw !== null ? Object.keys(raw) : [];
  return (names.find((name) => !frame.has(name)) ?? "unknown").slice(0, 60);
}
