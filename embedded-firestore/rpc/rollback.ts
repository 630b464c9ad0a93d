import { decodeRollback } from "../protocol/requests.ts";
import { parseDatabase } from "../values/document-name.ts";
import type { Engine } from "./engine.ts";

/** Ends a transaction without its writes. One that has ended already is fine. */
export function rollback(engine: Engine, bytes: Buffer): Buffer {
  const request = decodeRollback(bytes);
  const database = parseDatabase(request.database);
  engine.transactions.rollBack(request.transaction, database);
  return empty;
}

const empty = Buffer.alloc(0);
