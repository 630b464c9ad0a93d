import type { WebhookItem } from "@/lib/domain/provider-event";
import { channelIdOf, providerMessageKey } from "@/lib/domain/provider-keys";
import { itemsOf } from "@/lib/inbox/ingest/items-of";
import { peopleOf } from "@/lib/inbox/ingest/plan";
import { providerMessages } from "@/lib/store/provider-messages";
import type { EventWithBody } from "@/lib/store/webhook-events";

/**
 * Which message ids in an event lead to erased messages, asked only for items that name nobody: edits, revocations, and
 * what the business wrote long ago, in the phone app's history.
 */
export async function erasedMessagesIn(
  stored: EventWithBody,
): Promise<((id: string) => boolean) | undefined> {
  const ids = itemsWithoutPerson(stored);
  const erased = new Set<string>();
  for (const { id, key } of ids) {
    if ((await providerMessages().doc(key).get()).data()?.erasedAt) erased.add(id);
  }
  return erased.size > 0 ? (id) => erased.has(id) : undefined;
}

function itemsWithoutPerson({ event, body }: EventWithBody): { id: string; key: string }[] {
  const text = body.toString("utf8");
  if (!mayNameNobody.test(text)) return [];
  try {
    return itemsOf(event.channel, JSON.parse(text)).flatMap(idOf);
  } catch {
    return [];
  }
}

/** A glance at the text, as most events need no more. */
const mayNameNobody = /"(edit|revoke|message_edit|history)"/;

function idOf(item: WebhookItem): { id: string; key: string }[] {
  if (!("event" in item) || peopleOf(item.event).some(({ waId, bsuid, igsid }) => waId ?? bsuid ?? igsid))
    return [];
  const { channel, event } = item;
  const providerId = channel.type === "whatsapp" ? channel.phoneNumberId : channel.accountId;
  const id =
    "targetProviderMessageId" in event
      ? event.targetProviderMessageId
      : "providerMessageId" in event
        ? event.providerMessageId
        : null;
  if (!providerId || !id) return [];
  return [{ id, key: providerMessageKey(channelIdOf(channel.type, providerId), id) }];
}
