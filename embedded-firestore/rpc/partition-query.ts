import { RawMessage } from "../protocol/raw.ts";
import { decodePartitionQuery } from "../protocol/requests.ts";
import { invalid } from "../protocol/status.ts";
import { toNumber } from "../protocol/timestamp.ts";
import { partition } from "../query/partition.ts";
import { toQuery } from "../query/to-query.ts";
import { encodeValue } from "../values/codec.ts";
import { parseParent } from "../values/document-name.ts";
import type { Engine } from "./engine.ts";
import { openView } from "./view.ts";

/** Cursors that cut a collection group into parts. All come on one page. */
export function partitionQuery(engine: Engine, bytes: Buffer): Buffer {
  const request = decodePartitionQuery(bytes);
  const { database } = parseParent(request.parent);
  if (!request.structuredQuery) throw invalid("A structured query is needed.");
  if (request.pageToken !== "") throw invalid("The page token is not valid.");
  const query = toQuery(request.parent, request.structuredQuery);
  const { reader } = openView(engine, database, request);
  const answer = new RawMessage();
  for (const values of partition(reader, query, toNumber(request.partitionCount))) {
    const cursor = new RawMessage();
    for (const value of values) cursor.bytes(1, encodeValue(value));
    answer.message(1, cursor);
  }
  return answer.finish();
}
