import { isDeepStrictEqual } from "node:util";
import { redactBody } from "@/lib/channels/redact-body";
import { phoneVariants } from "@/lib/domain/phone-variants";
import type { WebhookItem } from "@/lib/domain/provider-event";
import { channelIdOf, providerMessageKey } from "@/lib/domain/provider-keys";
import { itemsOf } from "@/lib/inbox/ingest/items-of";
import type { EventWithBody } from "@/lib/store/webhook-events";

export type RedactedEvent = {
  body: Buffer;
  /** Places of the items that are gone. */
  erasedItems: number[];
  /** What is left in it. */
  items: WebhookItem[];
  /** The person's items as Meta sent them. */
  taken: unknown[];
  /** Keys of the messages that the items are or are about, each with its channel. */
  messageKeys: { key: string; channelId: string }[];
};

/** A stored webhook without one person's items; null when it holds none. `names`: values of identities. Pure. */
export function redactEvent(
  { event, body }: EventWithBody,
  names: readonly string[],
  isTheirMessage?: (providerMessageId: string) => boolean,
): RedactedEvent | null {
  const text = body.toString("utf8");
  if (!isTheirMessage && !mentions(text, names)) return null;
  const before = parsed(text);
  if (before === undefined) return null;
  const redacted = redactBody(before, { people: names, isTheirMessage });
  if (redacted.taken.length === 0) return null;
  const items = itemsOf(event.channel, before);
  const left = itemsOf(event.channel, redacted.body);
  const gone = items.filter((item, at) => isGone(item, left[at]));
  return {
    body: Buffer.from(JSON.stringify(redacted.body)),
    erasedItems: gone.map(({ index }) => index),
    items: left.filter((_, at) => !gone.some(({ index }) => index === at)),
    taken: redacted.taken,
    messageKeys: gone.flatMap(keysOf),
  };
}

/** Cheap first: most events are about others. Escaped letters could hide a name, so a body with any is read. */
function mentions(text: string, names: readonly string[]): boolean {
  if (/\\u00[2-7]/i.test(text)) return true;
  const plain = text.replaceAll("\\/", "/");
  const digits = names.filter((name) => /^\d+$/.test(name)).flatMap(phoneVariants);
  return [...names, ...digits].some((name) => plain.includes(name)) || spaced(plain, digits);
}

/** Address books write numbers with spaces. */
function spaced(text: string, numbers: readonly string[]): boolean {
  if (!text.includes("phone_number")) return false;
  const found = text.match(/\+?\d[\d\s().-]{5,25}\d/g)?.map((number) => number.replaceAll(/\D/g, "")) ?? [];
  return found.some((number) => numbers.includes(number));
}

function isGone(before: WebhookItem, after: WebhookItem | undefined): boolean {
  if (!after) return true;
  return "event" in before ? !("event" in after) : !isDeepStrictEqual(before, after);
}

function keysOf(item: WebhookItem): { key: string; channelId: string }[] {
  const { channel } = item;
  const providerId = channel.type === "whatsapp" ? channel.phoneNumberId : channel.accountId;
  if (!providerId || !("event" in item)) return [];
  const channelId = channelIdOf(channel.type, providerId);
  const { event } = item;
  const ids = [
    ...("providerMessageId" in event ? [event.providerMessageId] : []),
    ...("targetProviderMessageId" in event ? [event.targetProviderMessageId] : []),
  ];
  return ids.map((id) => ({ key: providerMessageKey(channelId, id), channelId }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
