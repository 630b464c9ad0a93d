import type { Reader, StoredDocument } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { mergeRows, type Row } from "./merge-rows.ts";
import { planOf } from "./plan.ts";
import type { Query } from "./query.ts";
import { getRows, scanRows } from "./source-rows.ts";
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
  const isMerged = scans.length + (gets.length > 0 ? 1 : 0) > 1;
  const sources: Iterable<Row>[] = scans.map((source) =>
    scanRows(reader, query, source, plan.isReverse, isMerged),
  );
  if (gets.length > 0) sources.push(getRows(reader, query, plan, gets));
  return sources.length === 1 ? (sources[0] as Iterable<Row>) : mergeRows(sources, plan.isReverse);
}
