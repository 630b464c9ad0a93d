import type { VersionedConversation } from "@/lib/domain/live-event";
import { newDelivery, type WebhookDelivery } from "@/lib/domain/webhook-delivery";
import { createdEvent, type DerivedEvent, eventsOfMessage } from "@/lib/domain/webhook-events-of";
import { hearsOf, type WebhookSubscription } from "@/lib/domain/webhook-subscription";
import type { PlacedFeedRow } from "@/lib/store/feed-listener";
import { readChanged } from "@/lib/store/read-changed";

/** Well within what `DELIVERY_KEEP_MS` remembers: older events may have been told and forgotten. */
const HORIZON_MS = 25 * 24 * 60 * 60 * 1000;
/** The store's clock and ours differ a little. */
const CLOCKS_MICROS = 5_000_000;
/** Meta's times are whole seconds, and heard of later. */
const META_MARGIN_MS = 60_000;

/** What the subscriptions are to be told of messages and new conversations that rows of the feed name. */
export async function deliveriesFor(
  rows: readonly PlacedFeedRow[],
  subscriptions: readonly WebhookSubscription[],
  now: number,
): Promise<WebhookDelivery[]> {
  const changed = await readChanged(wantedBy(rows));
  const newest = newestRowOf(rows);
  return changed.flatMap(({ conversation, messages }) => {
    if (!conversation) return [];
    const begun = [{ event: createdEvent(conversation), messageId: null }];
    const told = messages.flatMap((message) =>
      eventsOfMessage(message).map((event) => ({ event, messageId: message.id })),
    );
    const heardAt = newest.get(conversation.id) ?? 0;
    const hearers = subscriptions.filter((one) => isHearing(one, conversation.channelId, heardAt));
    return [...begun, ...told].flatMap(({ event, messageId }) =>
      hearers
        .filter((one) => isTold(one, event, now))
        .map((one) => newDelivery(one.id, eventFields(event, conversation, messageId), now)),
    );
  });
}

/** Whether a subscription hears of what a row from `heardAtMicros` tells about a channel. */
export function isHearing(one: WebhookSubscription, channelId: string, heardAtMicros: number): boolean {
  return hearsOf(one, channelId) && heardAtMicros >= one.activeFrom * 1_000 - CLOCKS_MICROS;
}

/** The ids and times of an event, as a delivery keeps them. */
export function eventFields(
  event: DerivedEvent,
  conversation: Pick<VersionedConversation, "id" | "contactId" | "channelId">,
  messageId: string | null,
) {
  return {
    eventId: event.id,
    type: event.type,
    conversationId: conversation.id,
    messageId,
    contactId: conversation.contactId,
    channelId: conversation.channelId,
    detail: event.detail,
    occurredAt: event.at,
  };
}

function isTold({ events, activeFrom }: WebhookSubscription, event: DerivedEvent, now: number): boolean {
  const since = activeFrom - (event.isMetaTime ? META_MARGIN_MS : 0);
  return events.includes(event.type) && event.at >= Math.max(since, now - HORIZON_MS);
}

export function wantedBy(rows: readonly PlacedFeedRow[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { conversationId, messageIds } of rows) {
    if (conversationId === null) continue;
    const ids = wanted.get(conversationId) ?? new Set<string>();
    for (const id of messageIds) ids.add(id);
    wanted.set(conversationId, ids);
  }
  return wanted;
}

export function newestRowOf(rows: readonly PlacedFeedRow[]): Map<string, number> {
  const newest = new Map<string, number>();
  for (const { conversationId, atMicros } of rows) {
    if (conversationId !== null)
      newest.set(conversationId, Math.max(newest.get(conversationId) ?? 0, atMicros));
  }
  return newest;
}
