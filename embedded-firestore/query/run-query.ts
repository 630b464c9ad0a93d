import type { Reader, StoredDocument } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { type MergeSource, mergeRows, type Row } from "./merge-rows.ts";
import { planOf } from "./plan.ts";
import type { Query } from "./query.ts";
import { getRows, mergeKeys, scanRows } from "./source-rows.ts";
import { walkKindless } from "./walk-kindless.ts";

/** The result of a query in its order, offset and limit applied. Reads as it is pulled, and no more than is pulled. */
export function* runQuery(reader: Reader, query: Query): Generator<StoredDocument> {
  for (const row of queryRows(reader, query)) yield row.document();
}

/** The result as names whose documents are read when asked for. */
export function* queryRows(
  reader: Reader,
  query: Query,
): Generator<{ name: DocumentName; document(): StoredDocument }> {
  if (query.limit === 0) return;
  const last = query.limit === null ? Number.POSITIVE_INFINITY : query.offset + query.limit;
  let count = 0;
  for (const row of allRows(reader, query)) {
    count++;
    if (count > query.offset) yield row;
    if (count >= last) return;
  }
}

function allRows(reader: Reader, query: Query): Iterable<Pick<Row, "name" | "document">> {
  if (query.scope === "kindless") return walkKindless(reader, query);
  const plan = planOf(query);
  const gets = plan.sources.flatMap((source) => (source.kind === "get" ? [source.name] : []));
  const scans = plan.sources.flatMap((source) => (source.kind === "scan" ? [source] : []));
  const sources: MergeSource[] = scans.map((source) => ({
    rows: scanRows(reader, query, source, plan.isReverse),
    toKey: mergeKeys(source),
  }));
  if (gets.length > 0) sources.push({ rows: getRows(reader, query, plan, gets), toKey: (key) => key });
  const [only] = sources;
  return only && sources.length === 1 ? only.rows : mergeRows(sources, plan.isReverse);
}
