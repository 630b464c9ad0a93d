import { setImmediate } from "node:timers/promises";
import type { Query } from "../query/query.ts";
import { runQuery } from "../query/run-query.ts";
import type { Reader, Snapshot, Storage, StoredDocument } from "../storage/storage.ts";

const batchDocuments = 500;
const batchBytes = 4_000_000;

/**
 * A query's documents in batches, all of one state. What fits one batch is read in one go; for more, a snapshot is held
 * until the last batch, and other work gets its turn between two of them.
 */
export async function* queryBatches(
  storage: Storage,
  reader: Reader,
  query: Query,
): AsyncGenerator<StoredDocument[]> {
  const iterator = runQuery(reader, query);
  const first = take(iterator);
  if (first.isLast) {
    yield first.documents;
    return;
  }
  iterator.return(undefined);
  if (reader !== storage.latest) yield* rest(reader, query, first.documents);
  else yield* closing(storage.openSnapshot(), query, first.documents);
}

async function* closing(
  snapshot: Snapshot,
  query: Query,
  first: StoredDocument[],
): AsyncGenerator<StoredDocument[]> {
  try {
    yield* rest(snapshot, query, first);
  } finally {
    snapshot.close();
  }
}

async function* rest(
  reader: Reader,
  query: Query,
  first: StoredDocument[],
): AsyncGenerator<StoredDocument[]> {
  const iterator = runQuery(reader, query);
  for (let skipped = 0; skipped < first.length; skipped++) iterator.next();
  yield first;
  try {
    for (;;) {
      await setImmediate();
      const { documents, isLast } = take(iterator);
      yield documents;
      if (isLast) return;
    }
  } finally {
    iterator.return(undefined);
  }
}

function take(iterator: Generator<StoredDocument>): { documents: StoredDocument[]; isLast: boolean } {
  const documents: StoredDocument[] = [];
  for (let bytes = 0; documents.length < batchDocuments && bytes < batchBytes; ) {
    const next = iterator.next();
    if (next.done) return { documents, isLast: true };
    documents.push(next.value);
    bytes += next.value.fieldBytes.length;
  }
  return { documents, isLast: false };
}
