import type { ScanSource } from "./scan.ts";
import type { KeyRange } from "./storage.ts";
import type { View } from "./view.ts";

const lowest = new Uint8Array(0);
const noLimit = -1;

/** How many rows a range has, counted no further than `most`. */
export function countRows(view: View, source: ScanSource, range: KeyRange, most: number): number {
  const { connection } = view;
  const limit = Number.isFinite(most) ? most : noLimit;
  const from = range.from ?? lowest;
  const where =
    "shape" in source ? "entries WHERE shape = ? AND collection = ?" : "documents WHERE collection = ?";
  const of = "shape" in source ? [source.shape, source.collection] : [source.documentsOf];
  const end = range.to === null ? "" : "AND key < ?";
  const sql = `SELECT count(*) FROM (SELECT 1 FROM ${where} AND key >= ? ${end} LIMIT ?)`;
  const row = connection.get(sql, ...of, from, ...(range.to === null ? [] : [range.to]), limit);
  return row?.[0] as number;
}
