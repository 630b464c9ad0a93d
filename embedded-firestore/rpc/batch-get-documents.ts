import { rawDocument } from "../protocol/document-message.ts";
import { maskedFieldBytes, maskPaths } from "../protocol/masked-fields.ts";
import { RawMessage } from "../protocol/raw.ts";
import { decodeBatchGet } from "../protocol/requests.ts";
import { invalid } from "../protocol/status.ts";
import type { StoredDocument } from "../storage/storage.ts";
import { readDocuments } from "../transactions/read-documents.ts";
import { type DocumentName, parseDatabase, parseName } from "../values/document-name.ts";
import type { FieldPath } from "../values/value.ts";
import type { Engine, ResponseStream } from "./engine.ts";
import { abandon, openView, type View } from "./view.ts";

/** Documents by name, each once, in the order asked for, missing ones too. */
export async function batchGetDocuments(
  engine: Engine,
  bytes: Buffer,
  stream: ResponseStream,
): Promise<void> {
  const request = decodeBatchGet(bytes);
  const database = parseDatabase(request.database);
  const names = [...new Set(request.documents)].map((full) => parseNameIn(full, database));
  const paths = maskPaths(request.mask);
  const view = openView(engine, database, request);
  stream.onCancel(() => abandon(engine, view));
  try {
    const documents = await read(engine, view, names);
    await sendAll(stream, view, names, documents, paths);
  } catch (error) {
    abandon(engine, view);
    throw error;
  }
}

async function read(engine: Engine, view: View, names: DocumentName[]): Promise<(StoredDocument | null)[]> {
  if (view.transaction?.kind === "read-write")
    return readDocuments(engine.transactions, view.transaction, view.reader, names);
  return names.map((name) => view.reader.get(name));
}

async function sendAll(
  stream: ResponseStream,
  view: View,
  names: DocumentName[],
  documents: (StoredDocument | null)[],
  paths: FieldPath[] | null,
): Promise<void> {
  const readTime = view.reader.readTime();
  let newId = view.newId;
  if (names.length === 0 && newId !== null) {
    stream.send(new RawMessage().bytes(3, newId).timestamp(4, readTime).finish());
  }
  for (const [index, name] of names.entries()) {
    const answer = new RawMessage();
    const document = documents[index];
    if (document) answer.message(1, rawDocument(document, maskedFieldBytes(document, paths)));
    else answer.string(2, name.full);
    if (newId !== null) answer.bytes(3, newId);
    newId = null;
    if (!stream.send(answer.timestamp(4, readTime).finish())) await stream.drained();
  }
}

function parseNameIn(full: string, database: string): DocumentName {
  const name = parseName(full);
  if (name.database !== database) throw invalid("A document is not in the database that the request names.");
  return name;
}
