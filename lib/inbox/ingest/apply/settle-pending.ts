import { markStep, statusOf } from "@/lib/domain/delivery";
import type { DeliveryError, Message } from "@/lib/domain/message";
import type { PendingChange } from "@/lib/store/provider-messages";
import { withEdit } from "./edit-message";
import { withLaterContent } from "./later-content";

/** A message with everything applied that waited for it. The order of `pending` changes nothing. Pure. */
export function applyPending(message: Message, pending: readonly PendingChange[]): Message {
  return pending.reduce(applyChange, message);
}

/** A message with one change applied; the same message when it was applied before. Pure. */
export function applyChange(message: Message, change: PendingChange): Message {
  if (change.type === "status") return withStatus(message, change);
  if (change.type === "reaction") return withReaction(message, change);
  if (change.type === "edit") return withEdit(message, change);
  if (change.type === "content") return withLaterContent(message, change);
  if (change.type === "revoke") {
    return { ...message, revokedAt: Math.min(message.revokedAt ?? change.at, change.at) };
  }
  if (change.type === "quote" || message.direction === "inbound") return message;
  return withTimeline(message, markStep(message.timeline, "read", change.at));
}

/** Adds what is not waiting yet. Pure; in a fixed order, so that the order of arrival leaves no trace. */
export function addPending(pending: readonly PendingChange[], change: PendingChange): PendingChange[] {
  const rows = new Map([...pending, change].map((row) => [JSON.stringify(sortKeys(row)), row]));
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

type StatusChange = Extract<PendingChange, { type: "status" }>;
type ReactionChange = Extract<PendingChange, { type: "reaction" }>;

function withStatus(message: Message, change: StatusChange): Message {
  if (message.direction === "inbound") return message;
  const isFirstFailure = change.status === "failed" && isEarlierFailure(message, change);
  const moved = withTimeline(message, markStep(message.timeline, change.status, change.at));
  const pricing = change.pricing ?? null;
  return {
    ...moved,
    error: moved.status === "failed" ? (isFirstFailure ? change.error : message.error) : null,
    pricing: pricing && isRicher(pricing, message.pricing) ? pricing : message.pricing,
  };
}

function withTimeline(message: Message, timeline: Message["timeline"]): Message {
  const status = statusOf(timeline);
  return { ...message, timeline, status, error: status === "failed" ? message.error : null };
}

function isEarlierFailure(message: Message, change: StatusChange): boolean {
  const known = message.timeline.failed;
  if (known === undefined || change.at < known) return true;
  return change.at === known && rank(change.error) > rank(message.error);
}

const rank = (error: DeliveryError | null): string => (error ? JSON.stringify(sortKeys(error)) : "");

function isRicher(next: NonNullable<Message["pricing"]>, known: Message["pricing"]): boolean {
  return known === null || JSON.stringify(sortKeys(next)) > JSON.stringify(sortKeys(known));
}

/** One reaction a side: the newest by Meta's time wins, and one taken back leaves a mark, so that order is no matter. */
function withReaction(message: Message, change: ReactionChange): Message {
  const shown = message.reactions.find(({ from }) => from === change.from);
  const removed = message.removedReactions?.find(({ from }) => from === change.from);
  const known = shown ?? (removed ? { ...removed, emoji: "" } : null);
  const next = { from: change.from, emoji: change.emoji ?? "", at: change.at };
  if (known && !isNewer(next, known)) return message;
  const reactions = message.reactions.filter(({ from }) => from !== change.from);
  const removals = (message.removedReactions ?? []).filter(({ from }) => from !== change.from);
  if (next.emoji) reactions.push(next);
  else removals.push({ from: next.from, at: next.at });
  const bySide = (a: { from: string }, b: { from: string }) => (a.from < b.from ? 1 : -1);
  return {
    ...message,
    reactions: reactions.sort(bySide),
    removedReactions: removals.length > 0 ? removals.sort(bySide) : undefined,
  };
}

function isNewer(next: { at: number; emoji: string }, known: { at: number; emoji: string }): boolean {
  return next.at !== known.at ? next.at > known.at : next.emoji > known.emoji;
}

function sortKeys(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
