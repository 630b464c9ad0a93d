import type { Channel } from "@/lib/domain/channel";
import { identitiesOf, type Person } from "@/lib/domain/contact";
import { phoneKey } from "@/lib/domain/phone-variants";
import type { ProviderEvent, WebhookItem } from "@/lib/domain/provider-event";

/** An item of a connected channel, to be applied. */
export type Work = {
  index: number;
  kind: string;
  event: ProviderEvent;
  wabaId: string;
  channels: Channel[];
  siblings: Channel[];
};

/** The names by which items belong together: of people and of messages, within a channel. Never content. */
export function keysOf(item: Pick<WebhookItem, "channel"> & { event: ProviderEvent }): string[] {
  const { channel, event } = item;
  const scope = channel.type === "whatsapp" ? `wa ${channel.phoneNumberId}` : `ig ${channel.accountId}`;
  const people = peopleOf(event).flatMap(identitiesOf);
  return [
    ...people.map(
      ({ kind, value }) => `${channel.type} ${kind} ${kind === "wa_id" ? phoneKey(value) : value}`,
    ),
    ...messageIdsOf(event).map((id) => `${scope} ${id}`),
  ];
}

/** Items that share a person or a message, in their order, each group apart from all others. */
export function groupByKeys<T extends { keys: string[] }>(items: readonly T[]): T[][] {
  const parent = items.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] as number;
    parent[at] = root;
    return root;
  };
  const firstByKey = new Map<string, number>();
  items.forEach((item, at) => {
    for (const key of item.keys) {
      const first = firstByKey.get(key);
      if (first === undefined) firstByKey.set(key, at);
      else {
        const [low, high] = [rootOf(first), rootOf(at)].sort((a, b) => a - b) as [number, number];
        parent[high] = low;
      }
    }
  });
  const groups = new Map<number, T[]>();
  items.forEach((item, at) => {
    const root = rootOf(at);
    groups.set(root, [...(groups.get(root) ?? []), item]);
  });
  return [...groups.values()];
}

/** The people whom an event names. */
export function peopleOf(event: ProviderEvent): Person[] {
  if (event.type === "message") return [event.person, ...event.aliases];
  if (!("person" in event) || event.person === null) return [];
  return [event.person];
}

function messageIdsOf(event: ProviderEvent): string[] {
  if ("targetProviderMessageId" in event) return [event.targetProviderMessageId];
  return "providerMessageId" in event ? [event.providerMessageId] : [];
}
