import type { LiveEvent } from "@/lib/domain/live-event";
import { browserMessage } from "@/lib/domain/public-message";
import type { PlacedFeedRow } from "@/lib/store/feed-listener";
import { type Changed, readChanged } from "@/lib/store/read-changed";
import { compareLiveCursors, type LiveCursor } from "./cursor";
import { type LiveEntry, liveEntry } from "./live-entry";

/**
 * What a batch of feed rows is about, read once: one entry per conversation, at the place of its last row, in feed
 * order. A member who changed may see more or less than before, so their own browsers are told to fetch again. Rows
 * about sessions are for the hub and become none.
 */
export async function toEntries(rows: readonly PlacedFeedRow[]): Promise<LiveEntry[]> {
  const wanted = new Map<string, Set<string>>();
  const places = new Map<string, LiveCursor>();
  const changedMembers = new Map<string, LiveCursor>();
  let channels: LiveCursor | null = null;
  let erased: LiveCursor | null = null;
  for (const row of rows) {
    const place = { atMicros: row.atMicros, id: row.id };
    if (row.kind === "channel") channels = later(channels, place);
    if (row.kind === "member" && row.subjectId !== null) {
      changedMembers.set(row.subjectId, later(changedMembers.get(row.subjectId) ?? null, place));
    }
    if (row.kind === "erased") erased = later(erased, place);
    if (row.kind !== "conversation" || row.conversationId === null) continue;
    const messageIds = wanted.get(row.conversationId) ?? new Set();
    for (const id of row.messageIds) messageIds.add(id);
    wanted.set(row.conversationId, messageIds);
    places.set(row.conversationId, later(places.get(row.conversationId) ?? null, place));
  }
  const changed = wanted.size > 0 ? await readChanged(wanted) : [];
  const entries = changed.flatMap((change) => {
    const place = places.get(change.conversationId);
    return place ? [liveEntry(place, toEvent(change))] : [];
  });
  if (erased) entries.push(liveEntry(erased, { type: "reset" }));
  if (channels) entries.push(liveEntry(channels, { type: "channels" }));
  for (const [id, place] of changedMembers) entries.push(liveEntry(place, { type: "reset" }, id));
  return entries.sort((a, b) => compareLiveCursors(a.cursor, b.cursor));
}

function toEvent({ conversationId, conversation, messages, removedMessageIds }: Changed): LiveEvent {
  if (!conversation || conversation.mergedInto !== null) {
    return { type: "conversation-removed", conversationId, mergedInto: conversation?.mergedInto ?? null };
  }
  return { type: "conversation", conversation, messages: messages.map(browserMessage), removedMessageIds };
}

function later(a: LiveCursor | null, b: LiveCursor): LiveCursor {
  return a && compareLiveCursors(a, b) > 0 ? a : b;
}
