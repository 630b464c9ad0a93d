import { rawDocument } from "../protocol/document-message.ts";
import { maskedFieldBytes, maskPaths } from "../protocol/masked-fields.ts";
import { RawMessage } from "../protocol/raw.ts";
import { decodeListDocuments } from "../protocol/requests.ts";
import { code, invalid, StatusError } from "../protocol/status.ts";
import type { Reader } from "../storage/storage.ts";
import { documentName, parseParent } from "../values/document-name.ts";
import type { FieldPath } from "../values/value.ts";
import type { Engine } from "./engine.ts";
import { readPageToken, writePageToken } from "./page-token.ts";
import { openView } from "./view.ts";

const defaultPage = 100;
const largestPage = 1_000;

type Listing = {
  database: string;
  collection: string;
  after: string | null;
  limit: number;
  showMissing: boolean;
  paths: FieldPath[] | null;
};

/** A page of a collection's documents by id, with those that only have descendants when asked for. */
export function listDocuments(engine: Engine, bytes: Buffer): Buffer {
  const request = decodeListDocuments(bytes);
  const { database, path } = parseParent(request.parent);
  if (request.collectionId === "") throw invalid("A collection id is needed.");
  if (request.orderBy !== "" && request.orderBy !== "__name__")
    throw new StatusError(code.unimplemented, "Documents are listed by name only.");
  if (request.pageSize < 0) throw invalid("The page size is negative.");
  const listing: Listing = {
    database,
    collection: path === "" ? request.collectionId : `${path}/${request.collectionId}`,
    after: readPageToken(request.pageToken),
    limit: Math.min(request.pageSize || defaultPage, largestPage),
    showMissing: request.showMissing,
    paths: maskPaths(request.mask),
  };
  const { reader, transaction } = openView(engine, database, request);
  const answer = list(reader, listing);
  if (transaction?.kind === "read-write") transaction.checks.push((now) => list(now, listing).equals(answer));
  return answer;
}

function list(reader: Reader, listing: Listing): Buffer {
  const { database, collection, limit } = listing;
  const answer = new RawMessage();
  let after = listing.after;
  for (let found = 0; found < limit; ) {
    const wanted = limit - found;
    const ids = reader.documentIds(database, collection, after, wanted);
    for (const id of ids) if (add(answer, reader, listing, id)) found++;
    if (ids.length < wanted) return answer.finish();
    after = ids.at(-1) ?? null;
  }
  return answer.string(2, after === null ? "" : writePageToken(after)).finish();
}

function add(answer: RawMessage, reader: Reader, listing: Listing, id: string): boolean {
  const name = documentName(listing.database, listing.collection, id);
  const document = reader.get(name);
  if (document === null && !listing.showMissing) return false;
  if (document === null) answer.message(1, new RawMessage().string(1, name.full));
  else answer.message(1, rawDocument(document, maskedFieldBytes(document, listing.paths)));
  return true;
}
