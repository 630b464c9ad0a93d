import { toApiConversation } from "@/lib/domain/api/conversation";
import { toApiMessage } from "@/lib/domain/api/message";
import { toIso } from "@/lib/domain/api/shared";
import type { WebhookPayload } from "@/lib/domain/api/webhook-payload";
import type { WebhookDelivery } from "@/lib/domain/webhook-delivery";
import { hearsOf, type WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { failureText } from "@/lib/inbox/api/failure-text";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";

/**
 * What a delivery tells, read from the store as it is now, so that the log keeps nothing of anybody. Null: there is
 * nothing left to tell (erased), or the subscription no longer hears of the channel.
 */
export async function buildPayload(
  delivery: WebhookDelivery,
  subscription: Pick<WebhookSubscription, "id" | "name" | "channelIds">,
): Promise<WebhookPayload | null> {
  const { type, conversationId, messageId, detail } = delivery;
  if (type === "gap") return null;
  const head = { id: delivery.eventId, createdAt: toIso(delivery.occurredAt), apiVersion: "v1" as const };
  if (type === "webhook.test") {
    return { ...head, type, data: { subscription: { id: subscription.id, name: subscription.name } } };
  }
  if (conversationId === null) return null;
  const [conversation, message] = await Promise.all([
    conversations().doc(conversationId).get(),
    messageId === null ? null : messagesOf(conversationId).doc(messageId).get(),
  ]);
  const row = conversation.data();
  if (!row || !hearsOf(subscription, row.channelId)) return null;
  const told = { conversation: toApiConversation(row) };
  if (messageId === null) return assembled({ ...head, type, data: told });
  const stored = message?.data();
  if (!stored) return null;
  const about = { message: toApiMessage(stored, failureText), ...told };
  if (type === "message.status") return assembled({ ...head, type, data: { status: detail, ...about } });
  if (type === "message.updated") return assembled({ ...head, type, data: { change: detail, ...about } });
  return assembled({ ...head, type, data: about });
}

/** `type` and what comes with it were stored apart, and are put together as `eventsOfMessage` took them apart. */
const assembled = (body: object): WebhookPayload => body as WebhookPayload;
