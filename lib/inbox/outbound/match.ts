import { type DeliveryStep, markStep, statusOf } from "@/lib/domain/delivery";
import type { Message } from "@/lib/domain/message";
import type { OutboxRow } from "@/lib/domain/outbox";
import { messagesOf } from "@/lib/store/messages";
import { outbox, rowsOfConversation } from "@/lib/store/outbox";
import type { Unit } from "@/lib/store/unit";

/** What a webhook says about a message that we may have sent. */
export type MatchBy =
  | { channelId: string; callbackData: string }
  | { channelId: string; conversationId: string; echoText: string | null };

/** What WhatsApp repeats in every status: our id and, from the second attempt on, which attempt it was. */
export const callbackDataOf = ({ id, attempt }: { id: string; attempt: number }): string =>
  attempt > 1 ? `${id}~${attempt}` : id;

/**
 * The message on its way out that a status (by `biz_opaque_callback_data`) or an Instagram echo (by its text) is
 * about; null when there is none. `attempt` is the one the webhook is about, which a person may have given up for a
 * later one. Then store `withProviderId(message, …)` with what the webhook tells applied, point
 * the `providerMessages` row at it with `row.attempt`, and `closeRow`. The message is at
 * `messagesOf(row.conversationId).doc(row.id)`.
 */
export async function findOutboxMatch(unit: Unit, by: MatchBy): Promise<OutboxRow | null> {
  if ("callbackData" in by) return matchByCallback(unit, by.channelId, by.callbackData);
  return matchByEcho(unit, by.channelId, by.conversationId, by.echoText);
}

async function matchByCallback(unit: Unit, channelId: string, data: string): Promise<OutboxRow | null> {
  const [id = "", attempt = "1"] = data.split("~");
  if (!isMessageId(id) || !/^\d{1,4}$/.test(attempt)) return null;
  const row = await unit.get(outbox().doc(id));
  return row && row.channelId === channelId ? { ...row, attempt: Number(attempt) } : null;
}

/** Instagram gives no correlation id: the oldest message under way with the same words is taken to be the one. */
async function matchByEcho(
  unit: Unit,
  channelId: string,
  conversationId: string,
  text: string | null,
): Promise<OutboxRow | null> {
  if (text === null) return null;
  const rows = await unit.find(rowsOfConversation(conversationId));
  const underWay = rows
    .filter((row) => row?.channelId === channelId && row.state !== "queued")
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  for (const row of underWay) {
    const message = await unit.get(messagesOf(conversationId).doc(row.id));
    if (message?.text?.trim() === text.trim()) return row;
  }
  return null;
}

/**
 * Meta has the message: it carries Meta's id from now on. `acceptedAt` (epoch ms): when Meta said so itself, by its
 * answer or an echo; null for a status, which says more than that by its own step. Pure.
 */
export function withProviderId(
  message: Message,
  providerMessageId: string,
  acceptedAt: number | null,
): Message {
  const timeline =
    acceptedAt === null ? message.timeline : markStep(message.timeline, "accepted", acceptedAt);
  return { ...message, providerMessageId, timeline, status: statusOf(timeline) };
}

/** Takes a message off the way out: its outcome is known. Fine when it is off already. */
export function closeRow(unit: Unit, row: Pick<OutboxRow, "id">): void {
  unit.delete(outbox().doc(row.id));
}

/**
 * Whether a status counts that names an attempt of a message. An earlier attempt's failure is old news; but if it
 * arrived after all, the customer has the message.
 */
export function doesStatusCount(
  message: Pick<Message, "attempt">,
  attempt: number,
  step: DeliveryStep,
): boolean {
  if (attempt >= message.attempt) return true;
  return step === "delivered" || step === "read" || step === "played";
}

/** Ids of our own making; anything else in a status's callback data is another sender's. */
export function isMessageId(value: string): boolean {
  return /^[A-Za-z0-9_-]{16,64}$/.test(value);
}
