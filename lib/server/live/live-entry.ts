import type { LiveEvent, VersionedMessage } from "@/lib/domain/live-event";
import { formatLiveCursor, type LiveCursor } from "./cursor";

/** A live event with its place in the feed, and as it goes over the wire (written once for all streams). */
export type LiveEntry = {
  cursor: LiveCursor;
  event: LiveEvent;
  frame: string;
  /** The only member whom it concerns; null: everybody who may see what it is about. */
  memberId: string | null;
};

export function liveEntry(cursor: LiveCursor, event: LiveEvent, memberId: string | null = null): LiveEntry {
  const frame = sseFrame("change", formatLiveCursor(cursor), JSON.stringify(event));
  return { cursor, event, frame, memberId };
}

/** One Server-Sent Event. `data` is one line. */
export function sseFrame(event: string, id: string, data: string): string {
  return `event: ${event}\nid: ${id}\ndata: ${data}\n\n`;
}

/** The same news in fewer events: one per conversation, with the newest of each document, at its last place. Pure. */
export function coalesce(entries: readonly LiveEntry[]): LiveEntry[] {
  const merged = new Map<string, LiveEntry>();
  for (const entry of entries) {
    const { cursor, event, memberId } = entry;
    const key = `${memberId} ${keyOf(event)}`;
    const earlier = merged.get(key);
    merged.delete(key);
    merged.set(key, earlier ? liveEntry(cursor, mergeEvents(earlier.event, event), memberId) : entry);
  }
  return [...merged.values()];
}

function keyOf(event: LiveEvent): string {
  if (event.type === "conversation") return `c:${event.conversation.id}`;
  if (event.type === "conversation-removed") return `c:${event.conversationId}`;
  return event.type;
}

function mergeEvents(a: LiveEvent, b: LiveEvent): LiveEvent {
  if (a.type !== "conversation" || b.type !== "conversation") return b;
  const removed = new Set([...a.removedMessageIds, ...b.removedMessageIds]);
  const messages = new Map<string, VersionedMessage>();
  for (const message of [...a.messages, ...b.messages]) {
    const known = messages.get(message.id);
    if (!known || known.version < message.version) messages.set(message.id, message);
  }
  for (const message of b.messages) removed.delete(message.id);
  return {
    type: "conversation",
    conversation: a.conversation.version > b.conversation.version ? a.conversation : b.conversation,
    messages: [...messages.values()].filter((message) => !removed.has(message.id)),
    removedMessageIds: [...removed],
  };
}
