import type { Firestore, Query } from "firebase-admin/firestore";
import { median } from "../stats";
import { type Figure, perSecond } from "./figures";

const LISTENERS = 20;
const DOCUMENTS = 20_000;
const WRITES = 100;

/** Listeners on a collection of 20,000: how soon they hear, and what they cost somebody who writes beside them. */
export async function listeners(db: Firestore): Promise<Figure[]> {
  const rows = db.collection("watched");
  await fillWatched(db);
  const writes = (round: number) =>
    perSecond(300, 1, (index) => rows.doc(`extra-${round}-${index}`).set({ room: -1, at: index }));
  const alone = await writes(0);

  const heard = new Map<string, () => void>();
  const stops = await Promise.all(
    Array.from({ length: LISTENERS }, (_, room) => listen(rows.where("room", "==", room), heard)),
  );
  const beside = await writes(1);
  const took: number[] = [];
  for (let index = 0; index < WRITES + 10; index++) {
    const id = `heard-${index}`;
    const start = performance.now();
    const arrived = new Promise<void>((resolve) => heard.set(id, resolve));
    await rows.doc(id).set({ room: index % LISTENERS, at: DOCUMENTS + index });
    await arrived;
    if (index >= 10) took.push(performance.now() - start);
  }
  for (const stop of stops) stop();
  return [
    { row: "listen: write → its listener, 20 listeners", value: median(took), unit: "ms", isBetter: "lower" },
    { row: "listen: writes alone, one at a time", value: alone, unit: "/s", isBetter: "higher" },
    { row: "listen: writes beside 20 listeners", value: beside, unit: "/s", isBetter: "higher" },
  ];
}

async function fillWatched(db: Firestore): Promise<void> {
  const rows = db.collection("watched");
  for (let first = 0; first < DOCUMENTS; first += 500) {
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
