import { indexKeys } from "../values/index-key.ts";
import { groupDocuments } from "./group-documents.ts";
import type { IndexRow, IndexShape, KeyRange } from "./storage.ts";
import type { View } from "./view.ts";

/**
 * What a scan of an index would give, worked out from the documents: for a snapshot older than the index. Costs a look at
 * every document of the collection or group.
 */
export function scanWithoutIndex(
  view: View,
  of: { database: string; collection: string | null; shape: IndexShape },
  range: KeyRange,
  isReverse: boolean,
): IndexRow[] {
  const rows: IndexRow[] = [];
  const collection = of.shape.scope === "collection" ? of.collection : null;
  for (const { row } of groupDocuments(view, of.database, of.shape.group, collection)) {
    for (const key of indexKeys(of.shape, row.name, row.fields())) {
      if (isWithin(key, range)) rows.push({ key, name: row.name, document: () => row });
    }
  }
  const direction = isReverse ? -1 : 1;
  return rows.sort((a, b) => direction * Buffer.compare(a.key, b.key));
}

function isWithin(key: Uint8Array, range: KeyRange): boolean {
  if (range.from !== null && Buffer.compare(key, range.from) < 0) return false;
  return range.to === null || Buffer.compare(key, range.to) < 0;
}
