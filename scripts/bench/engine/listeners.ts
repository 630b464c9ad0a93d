import type { Firestore, Query } from "firebase-admin/firestore";
import { medianMs, oneByOne, type Row } from "./figures";

const LISTENERS = 20;
export const WATCHED = 20_000;

const rows = (db: Firestore) => db.collection("watched");
let serial = 0;

export const writesAlone = "listen: writes alone, one at a time";
export const writesBeside = "listen: writes beside 20 listeners they do not match";

/** Listeners on a collection of 20,000: how soon they hear, and what they cost somebody who writes beside them. */
export const listenerRows: Row[] = [
  {
    row: "listen: write → its listener, 20 listeners",
    unit: "ms",
    isBetter: "lower",
    rounds: 0,
    measure: (db) => withListeners(db, (heard) => medianMs(() => writeAndHear(db, heard))),
  },
  { row: writesAlone, unit: "/s", isBetter: "higher", rounds: 2, measure: (db) => oneByOne(() => write(db)) },
  {
    row: writesBeside,
    unit: "/s",
    isBetter: "higher",
    rounds: 2,
    measure: (db) => withListeners(db, () => oneByOne(() => write(db))),
  },
];

/** Writes the documents that the listeners watch. */
export async function fillWatched(db: Firestore): Promise<void> {
  for (let first = 0; first < WATCHED; first += 500) {
    const batch = db.batch();
    for (let n = first; n < first + 500; n++)
      batch.set(rows(db).doc(`w${n}`), { room: n % LISTENERS, at: n });
    await batch.commit();
  }
}

type Heard = Map<string, () => void>;

async function withListeners<T>(db: Firestore, work: (heard: Heard) => Promise<T>): Promise<T> {
  const heard: Heard = new Map();
  const stops = await Promise.all(
    Array.from({ length: LISTENERS }, (_, room) => listen(rows(db).where("room", "==", room), heard)),
  );
  const result = await work(heard);
  for (const stop of stops) stop();
  return result;
}

function write(db: Firestore): Promise<unknown> {
  serial += 1;
  return rows(db).doc(`extra-${serial}`).set({ room: -1, at: serial });
}

async function writeAndHear(db: Firestore, heard: Heard): Promise<void> {
  serial += 1;
  const id = `heard-${serial}`;
  const arrived = new Promise<void>((resolve) => heard.set(id, resolve));
  await rows(db)
    .doc(id)
    .set({ room: serial % LISTENERS, at: WATCHED + serial });
  await arrived;
}

/** Follows the newest 25 of a query; resolves with what stops it once the first snapshot is there. */
function listen(query: Query, heard: Heard): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const stop = query
      .orderBy("at", "desc")
      .limit(25)
      .onSnapshot((snapshot) => {
        for (const change of snapshot.docChanges()) heard.get(change.doc.id)?.();
        resolve(stop);
      }, reject);
  });
}
