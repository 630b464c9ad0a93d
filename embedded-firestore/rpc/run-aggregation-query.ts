import type { WireAggregation } from "../protocol/messages.ts";
import { RawMessage } from "../protocol/raw.ts";
import { decodeRunAggregation } from "../protocol/requests.ts";
import { invalid } from "../protocol/status.ts";
import { aggregate } from "../query/aggregate.ts";
import { productionIndexes } from "../query/production-index.ts";
import type { Query } from "../query/query.ts";
import { aggregatedQuery, toAggregations } from "../query/to-aggregations.ts";
import { toQuery } from "../query/to-query.ts";
import type { Reader } from "../storage/storage.ts";
import { encodeValue } from "../values/codec.ts";
import { parseParent } from "../values/document-name.ts";
import type { Engine, ResponseStream } from "./engine.ts";
import { abandon, openView } from "./view.ts";

/** Count, sum and average over a query: one answer. */
export async function runAggregationQuery(
  engine: Engine,
  bytes: Buffer,
  stream: ResponseStream,
): Promise<void> {
  const request = decodeRunAggregation(bytes);
  const { database } = parseParent(request.parent);
  const asked = request.structuredAggregationQuery;
  if (!asked?.structuredQuery) throw invalid("A structured aggregation query is needed.");
  const { aggregations } = asked;
  const query = toQuery(request.parent, asked.structuredQuery);
  engine.storage.noteQuery(
    database,
    productionIndexes(aggregatedQuery(query, toAggregations(query, aggregations))),
  );
  const view = openView(engine, database, request);
  stream.onCancel(() => abandon(engine, view));
  try {
    const result = resultMessage(view.reader, query, aggregations);
    if (view.transaction?.kind === "read-write")
      view.transaction.checks.push((now) => resultMessage(now, query, aggregations).equals(result));
    const answer = new RawMessage().bytes(1, result);
    if (view.newId !== null) answer.bytes(2, view.newId);
    stream.send(answer.timestamp(3, view.reader.readTime()).finish());
  } catch (error) {
    abandon(engine, view);
    throw error;
  }
}

/** A google.firestore.v1.AggregationResult. */
function resultMessage(reader: Reader, query: Query, aggregations: WireAggregation[]): Buffer {
  const result = new RawMessage();
  for (const [alias, value] of aggregate(reader, query, aggregations))
    result.message(2, new RawMessage().string(1, alias).bytes(2, encodeValue(value)));
  return result.finish();
}
