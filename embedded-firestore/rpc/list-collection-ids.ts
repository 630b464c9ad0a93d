import { RawMessage } from "../protocol/raw.ts";
import { decodeListCollectionIds } from "../protocol/requests.ts";
import { invalid } from "../protocol/status.ts";
import { parseParent } from "../values/document-name.ts";
import type { Engine } from "./engine.ts";
import { readPageToken, writePageToken } from "./page-token.ts";
import { openView } from "./view.ts";

/** Ids of the collections below a document or the root. */
export function listCollectionIds(engine: Engine, bytes: Buffer): Buffer {
  const request = decodeListCollectionIds(bytes);
  const { database, path } = parseParent(request.parent);
  if (request.pageSize < 0) throw invalid("The page size is negative.");
  const after = readPageToken(request.pageToken);
  const { reader } = openView(engine, database, request);
  const ids = reader.collectionIds(database, path);
  const start = after === null ? 0 : ids.indexOf(after) + 1;
  const page = request.pageSize === 0 ? ids.slice(start) : ids.slice(start, start + request.pageSize);
  const answer = new RawMessage();
  for (const id of page) answer.string(1, id);
  const last = page.at(-1);
  if (last !== undefined && start + page.length < ids.length) answer.string(2, writePageToken(last));
  return answer.finish();
}
