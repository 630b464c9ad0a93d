import { redactBody } from "@/lib/channels/redact-body";
import type { WebhookItemOutcome } from "@/lib/domain/webhook-event";
import { itemsOf } from "@/lib/inbox/ingest/items-of";
import { refsOf } from "@/lib/inbox/ingest/refs-of";
import { readEventBody, rewriteEventBody, webhookEvents } from "@/lib/store/webhook-events";

/** News about messages that were erased came late: its raw form goes as well, what else came with it stays. */
export async function forgetErasedItems(id: string, outcomes: readonly WebhookItemOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const event = (await webhookEvents().doc(id).get()).data();
  const raw = event && (await readEventBody(id));
  if (!event || !raw) return;
  const indexes = new Set(outcomes.map(({ index }) => index));
  const body: unknown = JSON.parse(raw.toString("utf8"));
  const ids = new Set(
    itemsOf(event.channel, body).flatMap((item) => {
      if (!indexes.has(item.index) || !("event" in item)) return [];
      if ("targetProviderMessageId" in item.event) return [item.event.targetProviderMessageId];
      return "providerMessageId" in item.event ? [item.event.providerMessageId] : [];
    }),
  );
  const redacted = redactBody(body, { people: [], isTheirMessage: (name) => ids.has(name) });
  const bytes = redacted.taken.length > 0 ? Buffer.from(JSON.stringify(redacted.body)) : raw;
  const left = itemsOf(event.channel, JSON.parse(bytes.toString("utf8"))).filter(
    ({ index }) => !indexes.has(index),
  );
  await rewriteEventBody(id, bytes, { erasedItems: [...indexes], refs: await refsOf(left) });
}
