import { markStep, statusOf } from "@/lib/domain/delivery";
import type { DeliveryError, Message } from "@/lib/domain/message";
import type { OutboxRow } from "@/lib/domain/outbox";

/** The send failed in a way that passes: it waits in its lane again, first in line. `dueAt` in epoch ms. Pure. */
export function requeuedRow(row: OutboxRow, dueAt: number, tries: number): OutboxRow {
  return {
    ...row,
    state: "queued",
    lane: row.conversationId,
    dueAt,
    leaseUntil: null,
    leaseOwner: null,
    tries,
  };
}

/** The same for the message: surely not sent, so it is queued as if the try had not been. Pure. */
export function requeuedMessage(message: Message): Message {
  const { sending: _sending, unconfirmed: _unconfirmed, ...timeline } = message.timeline;
  return { ...message, timeline, status: statusOf(timeline) };
}

/** Nobody knows whether it was sent: out of the lane, so that later messages go on, and kept for matching. Pure. */
export function unconfirmedRow(row: OutboxRow): OutboxRow {
  return { ...row, state: "unconfirmed", lane: null, dueAt: null, leaseUntil: null };
}

export function unconfirmedMessage(message: Message, at: number): Message {
  return withStep(message, "unconfirmed", at);
}

/** Meta refused it for good. A message that arrived all the same stays arrived. Pure. */
export function failedMessage(message: Message, error: DeliveryError, at: number): Message {
  const failed = withStep(message, "failed", at);
  return { ...failed, error: failed.status === "failed" ? error : null };
}

function withStep(message: Message, step: "unconfirmed" | "failed", at: number): Message {
  const timeline = markStep(message.timeline, step, at);
  return { ...message, timeline, status: statusOf(timeline) };
}
