import { code, StatusError } from "../protocol/status.ts";
import type { DocumentName } from "../values/document-name.ts";
import type { Row } from "./connection.ts";
import { readDocumentOfNumber } from "./read-document.ts";
import type { IndexRow, KeyRange, StoredDocument } from "./storage.ts";
import type { View } from "./view.ts";

/** Where rows come from: an index's entries, or the documents of one collection in the order of their ids. */
export type ScanSource = { shape: number; collection: number } | { documentsOf: number };

const firstPage = 64;
const largestPage = 1024;
const lowest = new Uint8Array(0);

/**
 * Rows of an index in key order, or against it. They are fetched in pages, each beginning behind the last row of the one
 * before: nothing stays open between two pulls, so a consumer may stop or wait. While it waits, commits may change what
 * it has not pulled yet (not in a snapshot).
 */
export function* scan(
  view: View,
  source: ScanSource,
  range: KeyRange,
  isReverse: boolean,
): Generator<IndexRow> {
  let { from, to } = range;
  let size = firstPage;
  while (true) {
    const rows = readPage(view, source, from ?? lowest, to, isReverse, size);
    for (const row of rows) yield new ScannedRow(view, row[0] as Uint8Array, row[1] as number);
    if (rows.length < size) return;
    const last = rows[rows.length - 1]?.[0] as Uint8Array;
    if (isReverse) to = last;
    else from = after(last);
    size = Math.min(size * 4, largestPage);
  }
}

class ScannedRow implements IndexRow {
  readonly key: Uint8Array;
  readonly #view: View;
  readonly #number: number;

  constructor(view: View, key: Uint8Array, number: number) {
    this.#view = view;
    this.key = key;
    this.#number = number;
  }

  get name(): DocumentName {
    return this.document().name;
  }

  document(): StoredDocument {
    const document = readDocumentOfNumber(this.#view, this.#number);
    if (document === null) throw new StatusError(code.aborted, "A document was deleted while it was read.");
    return document;
  }
}

function readPage(
  view: View,
  source: ScanSource,
  from: Uint8Array,
  to: Uint8Array | null,
  isReverse: boolean,
  size: number,
): Row[] {
  const sql = statementOf("shape" in source, to !== null, isReverse);
  const { connection } = view;
  if ("shape" in source) {
    const { shape, collection } = source;
    if (to === null) return connection.all(sql, shape, collection, from, size);
    return connection.all(sql, shape, collection, from, to, size);
  }
  if (to === null) return connection.all(sql, source.documentsOf, from, size);
  return connection.all(sql, source.documentsOf, from, to, size);
}

const statements = new Map<number, string>();

function statementOf(isEntries: boolean, hasEnd: boolean, isReverse: boolean): string {
  const number = (isEntries ? 4 : 0) + (hasEnd ? 2 : 0) + (isReverse ? 1 : 0);
  const known = statements.get(number);
  if (known !== undefined) return known;
  const table = isEntries
    ? "key, document FROM entries WHERE shape = ? AND"
    : "key, number FROM documents WHERE";
  const end = hasEnd ? "AND key < ?" : "";
  const order = isReverse ? "DESC" : "ASC";
  const sql = `SELECT ${table} collection = ? AND key >= ? ${end} ORDER BY key ${order} LIMIT ?`;
  statements.set(number, sql);
  return sql;
}

/** The next key in byte order. */
function after(key: Uint8Array): Uint8Array {
  const next = new Uint8Array(key.length + 1);
  next.set(key);
  return next;
}
