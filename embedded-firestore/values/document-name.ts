import { invalid } from "../protocol/status.ts";

/** A document's full resource name, taken apart. */
export type DocumentName = {
  /** `projects/p/databases/d/documents/a/b`: the identity of the document. */
  full: string;
  /** `projects/p/databases/d`. */
  database: string;
  /** Path of its collection inside the database: `conversations/x/messages`. */
  collection: string;
  /** Last segment of the collection path: `messages`. */
  group: string;
  /** Last segment of the name. */
  id: string;
};

const maxSegmentBytes = 1_500;
const maxNameBytes = 6_144;
const maxSegments = 200;
const reserved = /^__.+__$/s;
const numericId = /^__id(?:0|-?[1-9]\d{0,18})__$/;

/** Takes a document's full name apart. INVALID_ARGUMENT when it is malformed or reserved. */
export function parseName(full: string): DocumentName {
  const { database, path } = parseParent(full);
  const slash = path.lastIndexOf("/");
  if (slash < 0 || countSegments(path) % 2 !== 0)
    throw invalid("A document name has a collection and an id.");
  const collection = path.slice(0, slash);
  return {
    full,
    database,
    collection,
    group: collection.slice(collection.lastIndexOf("/") + 1),
    id: path.slice(slash + 1),
  };
}

/** Takes the name of a parent of collections apart: a document, or the root with path "". */
export function parseParent(full: string): { database: string; path: string } {
  const end = endOfDatabase(full);
  const database = full.slice(0, end);
  if (!full.startsWith("/documents", end)) throw invalid("A name lies under a database's documents.");
  const rest = full.slice(end + "/documents".length);
  if (rest === "") return { database, path: "" };
  if (rest[0] !== "/") throw invalid("A name lies under a database's documents.");
  const path = rest.slice(1);
  checkPath(path);
  return { database, path };
}

/** Takes the name of a database, `projects/p/databases/d`. INVALID_ARGUMENT when it is none. */
export function parseDatabase(full: string): string {
  if (endOfDatabase(full) !== full.length)
    throw invalid("A database's name is projects/{project}/databases/{database}.");
  return full;
}

/** The name of a document that is known to be well formed: one read from the store. */
export function documentName(database: string, collection: string, id: string): DocumentName {
  return {
    full: `${database}/documents/${collection}/${id}`,
    database,
    collection,
    group: collection.slice(collection.lastIndexOf("/") + 1),
    id,
  };
}

/** The number of an id of the form `__id7__`, which sorts before all others; undefined for others. */
export function numberOfId(id: string): bigint | undefined {
  if (!id.startsWith("__id") || !numericId.test(id)) return undefined;
  const number = BigInt(id.slice(4, -2));
  return BigInt.asIntN(64, number) === number ? number : undefined;
}

function endOfDatabase(full: string): number {
  const databases = full.indexOf("/databases/");
  if (!full.startsWith("projects/") || databases <= 9 || full.indexOf("/", 9) !== databases)
    throw invalid("A name starts with projects/{project}/databases/{database}.");
  const start = databases + "/databases/".length;
  const slash = full.indexOf("/", start);
  const end = slash < 0 ? full.length : slash;
  if (end === start) throw invalid("A name starts with projects/{project}/databases/{database}.");
  return end;
}

function checkPath(path: string): void {
  if (path.length > maxNameBytes || Buffer.byteLength(path) > maxNameBytes)
    throw invalid("A name is longer than 6144 bytes.");
  let start = 0;
  let count = 0;
  while (start <= path.length) {
    const slash = path.indexOf("/", start);
    const end = slash < 0 ? path.length : slash;
    checkSegment(path.slice(start, end), count % 2 === 1);
    start = end + 1;
    count++;
  }
  if (count > maxSegments) throw invalid("A name has more than 100 collections.");
}

function checkSegment(segment: string, isId: boolean): void {
  if (segment === "") throw invalid("A name has an empty segment.");
  if (segment === "." || segment === "..") throw invalid('A segment of a name is not "." or "..".');
  if (segment.length * 3 > maxSegmentBytes && Buffer.byteLength(segment) > maxSegmentBytes)
    throw invalid("A segment of a name is longer than 1500 bytes.");
  if (segment.startsWith("__") && reserved.test(segment) && !(isId && numberOfId(segment) !== undefined))
    throw invalid("Names of the form __x__ are reserved.");
}

function countSegments(path: string): number {
  let count = 1;
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) count++;
  return count;
}
