import type { Firestore, Query } from "firebase-admin/firestore";
import { type Figure, medianMs, oneByOne } from "./figures";

const LISTENERS = 20;
export const WATCHED = 20_000;

/** Listeners on a collection of 20,000: how soon they hear, and what they cost somebody who writes beside them. */
export async function listeners(db: Firestore): Promise<Figure[]> {
  const rows = db.collection("watched");
  await fillWatched(db);
  let extra = 0;
  const writes = () =>
    oneByOne(() => {
      extra += 1;
      return rows.doc(`extra-${extra}`).set({ room: -1, at: extra });
    });
  const alone = await writes();

  const heard = new Map<string, () => void>();
  const stops = await Promise.all(
    Array.from({ length: LISTENERS }, (_, room) => listen(rows.where("room", "==", room), heard)),
  );
  const beside = await writes();
  let serial = 0;
  const latency = await medianMs(async () => {
    serial += 1;
    const id = `heard-${serial}`;
    const arrived = new Promise<void>((resolve) => heard.set(id, resolve));
    await rows.doc(id).set({ room: serial % LISTENERS, at: WATCHED + serial });
    await arrived;
  });
  for (const stop of stops) stop();
  return [
    { row: "listen: write → its listener, 20 listeners", value: latency, unit: "ms", isBetter: "lower" },
    { row: "listen: writes alone, one at a time", value: alone, unit: "/s", isBetter: "higher" },
    { row: "listen: writes beside 20 listeners", value: beside, unit: "/s", isBetter: "higher" },
  ];
}

async function fillWatched(db: Firestore): Promise<void> {
  const rows = db.collection("watched");
  for (let first = 0; first < WATCHED; first += 500) {
    const batch = db.batch();
    for (let n = first; n < first + 500; n++) batch.set(rows.doc(`w${n}`), { room: n % LISTENERS, at: n });
    await batch.commit();
  }
}

/** Follows the newest 25 of a query; resolves with what stops it once the first snapshot is there. */
function listen(query: Query, heard: Map<string, () => void>): Promise<() => void> {
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
