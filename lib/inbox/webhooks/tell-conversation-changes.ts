import type { VersionedConversation } from "@/lib/domain/live-event";
import { newDelivery } from "@/lib/domain/webhook-delivery";
import { conversationPrint, updatedEvent } from "@/lib/domain/webhook-events-of";
import type { WebhookSubscription } from "@/lib/domain/webhook-subscription";
import type { PlacedFeedRow } from "@/lib/store/feed-listener";
import { readChanged } from "@/lib/store/read-changed";
import { inTransaction } from "@/lib/store/transaction";
import { webhookConversationStates } from "@/lib/store/webhook-conversation-states";
import { webhookDeliveries } from "@/lib/store/webhook-deliveries";
import { eventFields, isHearing, newestRowOf } from "./deliveries-for";

/**
 * Tells that a conversation is another than when webhooks were last told of it, in what `conversationPrint` counts. The
 * first time one is seen counts as a change, unless it has only just begun.
 */
export async function tellConversationChanges(
  rows: readonly PlacedFeedRow[],
  subscriptions: readonly WebhookSubscription[],
  now: number,
): Promise<void> {
  const listening = subscriptions.filter(({ events }) => events.includes("conversation.updated"));
  if (listening.length === 0) return;
  const newest = newestRowOf(rows);
  const changed = await readChanged(new Map([...newest.keys()].map((id) => [id, new Set<string>()])));
  for (const { conversation } of changed) {
    if (!conversation) continue;
    const heardAt = newest.get(conversation.id) ?? 0;
    const hearers = listening.filter((one) => isHearing(one, conversation.channelId, heardAt));
    if (hearers.length > 0) await tell(conversation, hearers, now);
  }
}

/** The state and the deliveries are written as one, so a change is told once, whoever else looks at it. */
async function tell(
  conversation: VersionedConversation,
  hearers: readonly WebhookSubscription[],
  now: number,
): Promise<void> {
  const { id, contactId, version } = conversation;
  const print = conversationPrint(conversation);
  const ref = webhookConversationStates().doc(id);
  const at = Math.floor(version / 1_000);
  await inTransaction(async (tx) => {
    const known = (await tx.get(ref)).data();
    if (known && (known.version >= version || known.print === print)) return;
    tx.set(ref, { id, contactId, version, print, at: now });
    if (!known && isJustBegun(conversation)) return;
    const fields = eventFields(updatedEvent(id, version, at), conversation, null);
    for (const { id: subscriptionId } of hearers) {
      const row = newDelivery(subscriptionId, fields, now);
      tx.set(webhookDeliveries().doc(row.id), row);
    }
  });
}

const JUST_MICROS = 60_000_000;

const isJustBegun = ({ createdAt, version }: VersionedConversation): boolean =>
  version - createdAt * 1_000 < JUST_MICROS;
