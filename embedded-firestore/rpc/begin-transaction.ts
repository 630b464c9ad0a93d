import { bytesField } from "../protocol/raw.ts";
import { decodeBegin } from "../protocol/requests.ts";
import { parseDatabase } from "../values/document-name.ts";
import type { Engine } from "./engine.ts";
import { beginTransaction } from "./view.ts";

export function beginTransactionRpc(engine: Engine, bytes: Buffer): Buffer {
  const request = decodeBegin(bytes);
  const database = parseDatabase(request.database);
  return bytesField(1, beginTransaction(engine, database, request.options ?? {}).id);
}
