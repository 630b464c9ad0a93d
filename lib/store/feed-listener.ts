import { type QueryDocumentSnapshot, Timestamp } from "firebase-admin/firestore";
import { FeedRow } from "@/lib/domain/live-event";
import { feed } from "./feed";

/** A feed row with its place: the commit time in microseconds, then its id. */
export type PlacedFeedRow = FeedRow & { atMicros: number };

/** Follows the feed from a time on (µs); the first call says that it listens. `onError` ends it for good. */
export function listenToFeed(
  fromMicros: number,
  onRows: (rows: PlacedFeedRow[]) => void,
  onError: (error: Error) => void,
): () => void {
  return feed()
    .orderBy("at")
    .startAt(timestampOf(fromMicros))
    .onSnapshot((snapshot) => {
      const added = snapshot.docChanges().filter((change) => change.type === "added");
      onRows(added.map((change) => toRow(change.doc)).filter((row) => row !== null));
    }, onError);
}

/** Feed rows from a time on (µs), oldest first; null when there are more than `limit`. */
export async function readFeedSince(fromMicros: number, limit: number): Promise<PlacedFeedRow[] | null> {
  const snapshot = await feed()
    .orderBy("at")
    .startAt(timestampOf(fromMicros))
    .limit(limit + 1)
    .get();
  if (snapshot.size > limit) return null;
  return snapshot.docs.map(toRow).filter((row) => row !== null);
}

/** Feed rows from a time on (µs), oldest first, page by page, none twice. */
export async function* feedPages(fromMicros: number, pageSize: number): AsyncGenerator<PlacedFeedRow[]> {
  let query = feed().orderBy("at").startAt(timestampOf(fromMicros)).limit(pageSize);
  for (;;) {
    const { docs } = await query.get();
    yield docs.map(toRow).filter((row) => row !== null);
    const last = docs.at(-1);
    if (!last || docs.length < pageSize) return;
    query = feed().orderBy("at").startAfter(last).limit(pageSize);
  }
}

/** Commit time (µs) of the newest row; 0 when there is none. */
export async function newestFeedMicros(): Promise<number> {
  const snapshot = await feed().orderBy("at", "desc").limit(1).get();
  const newest = snapshot.docs[0];
  return (newest && toRow(newest)?.atMicros) ?? 0;
}

function timestampOf(micros: number): Timestamp {
  return new Timestamp(Math.floor(micros / 1_000_000), (micros % 1_000_000) * 1_000);
}

/** A row of another form (written by a newer version while it rolls out) is passed over. */
function toRow(document: QueryDocumentSnapshot): PlacedFeedRow | null {
  const { at, ...fields } = document.data();
  if (!(at instanceof Timestamp)) return null;
  const row = FeedRow.safeParse({ ...fields, id: document.id, at: at.toMillis() });
  const atMicros = at.seconds * 1_000_000 + Math.floor(at.nanoseconds / 1_000);
  return row.success ? { ...row.data, atMicros } : null;
}
