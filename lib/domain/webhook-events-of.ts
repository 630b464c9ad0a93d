import { createHash } from "node:crypto";
import type { Conversation } from "./conversation";
import type { DeliveryStep, Timeline } from "./delivery";
import type { Message } from "./message";
import type { WebhookEventType } from "./webhook-subscription";

/** Something that happened, by what is stored. `id` is the same however often it is derived. */
export type DerivedEvent = {
  id: string;
  type: WebhookEventType;
  detail: string | null;
  at: number;
  /** Whether `at` is Meta's time, which may be a little before it was heard of. */
  isMetaTime: boolean;
};

const statuses = ["delivered", "read", "played", "failed"] as const satisfies DeliveryStep[];

/** All that a message tells by its present state; in the order in which it happened. Pure. */
export function eventsOfMessage(message: Message): DerivedEvent[] {
  if (message.isHistory) return [];
  const own = message.direction === "inbound" ? [received(message)] : sendsOf(message);
  return [...own, ...changesOf(message)].sort((a, b) => a.at - b.at);
}

/** That a conversation began. Pure. */
export function createdEvent({ id, createdAt }: Pick<Conversation, "id" | "createdAt">): DerivedEvent {
  return event("conversation.created", [id], createdAt, false);
}

/** That a conversation is another than before; `version` tells its states apart. Pure. */
export function updatedEvent(id: string, version: number, at: number): DerivedEvent {
  return event("conversation.updated", [id, String(version)], at, false);
}

/** What of a conversation makes a `conversation.updated` when it changes; messages have events of their own. Pure. */
export function conversationPrint(conversation: Conversation): string {
  const { assigneeId, status, labels, priority, isUnread, handledBy = null, mergedInto } = conversation;
  const { contactName, contactUsername, contactPhone } = conversation;
  const parts = [assigneeId, status, [...labels].sort(), priority, isUnread, handledBy, mergedInto];
  return digest(JSON.stringify([...parts, contactName, contactUsername, contactPhone]));
}

function received({ id, receivedAt }: Message): DerivedEvent {
  return event("message.received", [id], receivedAt, false);
}

/** Each attempt was accepted, and came as far as it came, by itself. */
function sendsOf(message: Message): DerivedEvent[] {
  const earlier = message.attempts ?? [];
  const all = [...earlier, { attempt: message.attempt, timeline: message.timeline }];
  return all.flatMap(({ attempt, timeline }) => stepsOf(message.id, attempt, timeline));
}

function stepsOf(id: string, attempt: number, timeline: Timeline): DerivedEvent[] {
  const sentAt = timeline.accepted ?? timeline.sent;
  const sent = sentAt === undefined ? [] : [event("message.sent", [id, String(attempt)], sentAt, true)];
  const later = statuses.flatMap((status) => {
    const at = timeline[status];
    const key = [id, String(attempt), status];
    return at === undefined ? [] : [event("message.status", key, at, true, status)];
  });
  return [...sent, ...later];
}

function changesOf(message: Message): DerivedEvent[] {
  const { id, editedAt, revokedAt, reactions, removedReactions = [] } = message;
  const changed = (change: string, at: number, ...more: string[]) =>
    event("message.updated", [id, change, String(at), ...more], at, true, change);
  return [
    ...(editedAt === null ? [] : [changed("edited", editedAt)]),
    ...(revokedAt === null ? [] : [changed("revoked", revokedAt)]),
    ...[...reactions, ...removedReactions].map(({ from, at }) => changed("reaction", at, from)),
  ];
}

function event(
  type: WebhookEventType,
  key: string[],
  at: number,
  isMetaTime: boolean,
  detail: string | null = null,
): DerivedEvent {
  return { id: `evt_${digest([type, ...key].join("\n"))}`, type, detail, at, isMetaTime };
}

/** The ids in it hold phone numbers, so what leaves here is a digest. */
const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);
