import type { LiveEvent } from "@/lib/domain/live-event";
import type { LocalState, Thread, ThreadMessage } from "./inbox-data";

/** Applies a live event to a thread: each message lands once, by sortKey, and never as an older version. Pure. */
export function reduceThread(thread: Thread, event: LiveEvent, conversationId: string): Thread {
  const isGone = event.type === "conversation-removed" && event.mergedInto === null;
  if (isGone && event.conversationId === conversationId) return { items: [], nextCursor: null };
  if (event.type !== "conversation" || event.conversation.id !== conversationId) return thread;
  const gone = new Set(event.removedMessageIds);
  const kept = thread.items.some((item) => gone.has(item.id))
    ? { ...thread, items: thread.items.filter((item) => !gone.has(item.id)) }
    : thread;
  return event.messages.reduce(putMessage, kept);
}

/**
 * Puts one message in its place. A local message gives way to the server's with the same id. A message older than
 * what is loaded is left for the page it belongs to. Pure.
 */
export function putMessage(thread: Thread, next: ThreadMessage): Thread {
  const known = thread.items.find((item) => item.id === next.id);
  if (known && known.version >= next.version && !isLocalUpdate(known, next)) return thread;
  const others = thread.items.filter((item) => item.id !== next.id);
  const last = thread.items.at(-1);
  const isBelowLoaded = thread.nextCursor !== null && (!last || compareMessages(next, last) > 0);
  if (isBelowLoaded) return known ? { ...thread, items: others } : thread;
  const at = others.findIndex((item) => compareMessages(next, item) < 0);
  return { ...thread, items: others.toSpliced(at === -1 ? others.length : at, 0, next) };
}

/** Adds an older page. Pure. */
export function appendOlder(thread: Thread, page: Thread): Thread {
  return { items: mergeItems(thread.items, page.items), nextCursor: page.nextCursor };
}

/** The thread fetched again from its newest end: local messages stay, and newer versions win. Pure. */
export function mergeNewestPage(thread: Thread | undefined, page: Thread): Thread {
  const inPage = new Set(page.items.map((item) => item.id));
  const kept = thread?.items.filter((item) => inPage.has(item.id) || item.version === 0) ?? [];
  return { items: mergeItems(kept, page.items), nextCursor: page.nextCursor };
}

/** Changes how a message that the server does not have yet stands; the server's own version is left alone. Pure. */
export function markLocal(thread: Thread, messageId: string, local: LocalState): Thread {
  return {
    ...thread,
    items: thread.items.map((item) =>
      item.id === messageId && item.version === 0 ? { ...item, local } : item,
    ),
  };
}

/** Takes out a message that the server never had. Pure. */
export function dropLocal(thread: Thread, messageId: string): Thread {
  return {
    ...thread,
    items: thread.items.filter((item) => item.id !== messageId || item.version !== 0),
  };
}

/** Newest first; the id, descending, breaks ties. */
export function compareMessages(a: ThreadMessage, b: ThreadMessage): number {
  if (a.sortKey !== b.sortKey) return a.sortKey < b.sortKey ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

const isLocalUpdate = (known: ThreadMessage, next: ThreadMessage) =>
  known.version === 0 && next.version === 0;

function mergeItems(a: ThreadMessage[], b: ThreadMessage[]): ThreadMessage[] {
  const byId = new Map(a.map((item) => [item.id, item]));
  for (const item of b) {
    const mine = byId.get(item.id);
    if (!mine || mine.version < item.version) byId.set(item.id, item);
  }
  return [...byId.values()].sort(compareMessages);
}
