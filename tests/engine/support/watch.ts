import type { DocumentReference, DocumentSnapshot, Query, QuerySnapshot } from "firebase-admin/firestore";

type Watched<T> = {
  /** Every snapshot so far. */
  seen: T[];
  /** The first snapshot, now or later, that is as asked. Throws after `ms` with what was seen last. */
  until(isRight: (snapshot: T) => boolean, ms?: number): Promise<T>;
  stop(): void;
};

/** Listens to a query. */
export function watch(query: Query): Watched<QuerySnapshot> {
  return collect(
    (next, failed) => query.onSnapshot(next, failed),
    (snapshot) => JSON.stringify(snapshot.docs.slice(0, 12).map((one) => one.id)),
  );
}

/** Listens to a document. */
export function watchDocument(document: DocumentReference): Watched<DocumentSnapshot> {
  return collect(
    (next, failed) => document.onSnapshot(next, failed),
    (snapshot) => JSON.stringify(snapshot.data()),
  );
}

/** Ids in the order of a snapshot, in one string. */
export const order = (snapshot: QuerySnapshot) => snapshot.docs.map((one) => one.id).join(" ");

/** The changes of a snapshot, in one sorted string. */
export const changes = (snapshot: QuerySnapshot) =>
  snapshot
    .docChanges()
    .map((change) => `${change.type} ${change.doc.id}`)
    .sort()
    .join(", ");

function collect<T>(
  listen: (next: (snapshot: T) => void, failed: (error: Error) => void) => () => void,
  show: (snapshot: T) => string,
): Watched<T> {
  const seen: T[] = [];
  let problem: Error | null = null;
  let wake = () => {};
  const stop = listen(
    (snapshot) => {
      seen.push(snapshot);
      wake();
    },
    (error) => {
      problem = error;
      wake();
    },
  );
  return {
    seen,
    stop,
    async until(isRight, ms = 10_000) {
      const end = Date.now() + ms;
      for (;;) {
        const found = seen.findLast(isRight);
        if (found) return found;
        if (problem) throw problem;
        const left = end - Date.now();
        const last = seen.at(-1);
        if (left <= 0) throw new Error(`Not seen in ${ms} ms; last was ${last ? show(last) : "nothing"}`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
  };
}
