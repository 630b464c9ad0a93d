import type { Cache, ScopedMutator } from "swr";
import { belongsToTab, conversationTabs } from "@/lib/domain/conversation-tab";
import type { LiveEvent, VersionedConversation } from "@/lib/domain/live-event";
import type { ConversationList, Counts, Thread } from "../inbox-data";
import { keys, listKeys } from "../keys";
import { type ListContext, reduceList } from "../reduce-list";
import { reduceThread } from "../reduce-thread";
import { applyGone } from "./gone";

export type CacheAccess = { cache: Cache; mutate: ScopedMutator };
export type Viewer = Omit<ListContext, "tab">;

/**
 * Applies live events to every cached list, thread and conversation, shown or not. Tells whether the counts can
 * no longer be known from here, because a conversation changed that is in no cache.
 */
export function applyEvents({ cache, mutate }: CacheAccess, events: LiveEvent[], viewer: Viewer) {
  const counts = countChanges(cache, events, viewer);
  applyGone({ cache, mutate }, events);
  for (const { tab, key } of listKeys) {
    patch<ConversationList>({ cache, mutate }, key, (list) =>
      events.reduce((current, event) => reduceList(current, event, { ...viewer, tab }), list),
    );
  }
  for (const id of touchedBy(events)) {
    patch<Thread>({ cache, mutate }, keys.thread(id), (thread) =>
      events.reduce((current, event) => reduceThread(current, event, id), thread),
    );
    patch<VersionedConversation | null>({ cache, mutate }, keys.conversation(id), (known) =>
      events.reduce((current, event) => reduceConversation(current, event, id), known),
    );
  }
  // One that was gone and begins anew, under the same id.
  for (const event of events) {
    if (event.type !== "conversation") continue;
    const key = keys.conversation(event.conversation.id);
    if (cache.get(key)?.data === null) void mutate(key, event.conversation, { revalidate: false });
  }
  if (counts.delta) patch<Counts>({ cache, mutate }, keys.counts(), (now) => addCounts(now, counts.delta));
  return { areCountsUnknown: counts.isUnknown };
}

/** Changes a cached entry in place, without a fetch; an entry that is not there, or that is gone, stays away. */
export function patch<T>({ cache, mutate }: CacheAccess, key: string, change: (current: T) => T): void {
  const current = cache.get(key)?.data as T | null | undefined;
  if (current === undefined || current === null) return;
  const next = change(current);
  if (next !== current) void mutate(key, next, { revalidate: false });
}

/** A conversation as cached anywhere. */
export function cachedConversation(cache: Cache, id: string): VersionedConversation | null {
  const alone = cache.get(keys.conversation(id))?.data as VersionedConversation | null | undefined;
  let best = alone ?? null;
  for (const { key } of listKeys) {
    const list = cache.get(key)?.data as ConversationList | undefined;
    const row = list?.items.find((item) => item.id === id);
    if (row && (!best || row.version > best.version)) best = row;
  }
  return best;
}

/** What the counts gain or lose when a conversation changes. */
export function countDelta(
  before: VersionedConversation,
  after: VersionedConversation | null,
  memberId: string,
) {
  const of = (tab: (typeof conversationTabs)[number]) =>
    Number(after !== null && belongsToTab(after, tab, memberId)) -
    Number(belongsToTab(before, tab, memberId));
  return { all: of("all"), unread: of("unread"), mine: of("mine") };
}

export function addCounts(counts: Counts, delta: Counts): Counts {
  if (delta.all === 0 && delta.unread === 0 && delta.mine === 0) return counts;
  const add = (tab: keyof Counts) => Math.max(0, counts[tab] + delta[tab]);
  return { all: add("all"), unread: add("unread"), mine: add("mine") };
}

/** Null: it is gone for good, until one of that name begins anew. */
function reduceConversation(
  known: VersionedConversation | null,
  event: LiveEvent,
  id: string,
): VersionedConversation | null {
  if (event.type === "conversation-removed" && event.conversationId === id) {
    return known && event.mergedInto ? { ...known, mergedInto: event.mergedInto } : null;
  }
  if (event.type !== "conversation" || event.conversation.id !== id) return known;
  return !known || event.conversation.version > known.version ? event.conversation : known;
}

function touchedBy(events: LiveEvent[]): Set<string> {
  const ids = new Set<string>();
  for (const event of events) {
    if (event.type === "conversation") ids.add(event.conversation.id);
    if (event.type === "conversation-removed") ids.add(event.conversationId);
  }
  return ids;
}

function countChanges(
  cache: Cache,
  events: LiveEvent[],
  viewer: Viewer,
): { delta: Counts; isUnknown: boolean } {
  const seen = new Map<string, VersionedConversation | null>();
  const delta: Counts = { all: 0, unread: 0, mine: 0 };
  let isUnknown = false;
  for (const event of events) {
    if (event.type !== "conversation" && event.type !== "conversation-removed") continue;
    const id = event.type === "conversation" ? event.conversation.id : event.conversationId;
    const after = event.type === "conversation" ? event.conversation : null;
    const before = seen.has(id) ? (seen.get(id) ?? null) : cachedConversation(cache, id);
    if (before && after && after.version <= before.version) continue;
    seen.set(id, after);
    if (!before) {
      isUnknown = true;
      continue;
    }
    const step = countDelta(before, after, viewer.memberId);
    for (const tab of conversationTabs) delta[tab] += step[tab];
  }
  return { delta, isUnknown };
}
