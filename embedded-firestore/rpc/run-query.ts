import { rawDocument } from "../protocol/document-message.ts";
import { RawMessage } from "../protocol/raw.ts";
import { decodeRunQuery } from "../protocol/requests.ts";
import { invalid } from "../protocol/status.ts";
import { productionIndexes } from "../query/production-index.ts";
import { projectedFieldBytes } from "../query/project.ts";
import type { Query } from "../query/query.ts";
import { toQuery } from "../query/to-query.ts";
import type { StoredDocument } from "../storage/storage.ts";
import type { Transaction } from "../transactions/transaction.ts";
import { watchQuery } from "../transactions/watch-query.ts";
import { parseParent } from "../values/document-name.ts";
import type { Engine, ResponseStream } from "./engine.ts";
import { queryBatches } from "./query-batches.ts";
import { abandon, openView, type View } from "./view.ts";

/** A query's documents, one message each; one message with the read time alone when there are none. */
export async function runQueryRpc(engine: Engine, bytes: Buffer, stream: ResponseStream): Promise<void> {
  const request = decodeRunQuery(bytes);
  const { database } = parseParent(request.parent);
  if (!request.structuredQuery) throw invalid("A structured query is needed.");
  const query = toQuery(request.parent, request.structuredQuery);
  engine.storage.noteQuery(database, productionIndexes(query));
  const view = openView(engine, database, request);
  stream.onCancel(() => abandon(engine, view));
  if (view.transaction !== null) view.transaction.requests++;
  try {
    await sendAll(engine, view, query, stream);
  } catch (error) {
    abandon(engine, view);
    throw error;
  } finally {
    if (view.transaction !== null) settle(view.transaction);
  }
}

function settle(transaction: Transaction): void {
  transaction.requests--;
  transaction.lastUsedAt = Date.now();
}

async function sendAll(engine: Engine, view: View, query: Query, stream: ResponseStream): Promise<void> {
  const readTime = view.reader.readTime();
  const seen = view.transaction?.kind === "read-write" ? watchQuery(view.transaction, query) : null;
  let newId = view.newId;
  let sent = 0;
  for await (const batch of queryBatches(engine.storage, view.reader, query)) {
    seen?.add(batch);
    for (const document of batch) {
      if (stream.isClosed()) return;
      const isTaken = stream.send(answer(readTime, newId, query, document));
      newId = null;
      if (!isTaken) await stream.drained();
    }
    sent += batch.length;
  }
  if (sent === 0) stream.send(answer(readTime, newId, query, null));
  seen?.complete();
}

function answer(
  readTime: number,
  newId: Buffer | null,
  query: Query,
  document: StoredDocument | null,
): Buffer {
  const message = new RawMessage();
  if (document !== null) message.message(1, rawDocument(document, projectedFieldBytes(query, document)));
  if (newId !== null) message.bytes(2, newId);
  return message.timestamp(3, readTime).finish();
}
