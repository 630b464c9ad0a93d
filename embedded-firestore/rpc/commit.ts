import { RawMessage } from "../protocol/raw.ts";
import { decodeCommit } from "../protocol/requests.ts";
import { writeResultMessage } from "../protocol/write-result.ts";
import { commitPlain, commitTransaction } from "../transactions/commit.ts";
import { parseDatabase } from "../values/document-name.ts";
import type { Engine } from "./engine.ts";

/** Makes all writes, or none. */
export async function commit(engine: Engine, bytes: Buffer): Promise<Buffer> {
  const { writes, transaction, ...request } = decodeCommit(bytes);
  const database = parseDatabase(request.database);
  const { storage, transactions } = engine;
  const { results, commitTime } =
    transaction.length > 0
      ? await commitTransaction(storage, transactions, transactions.find(transaction, database), writes)
      : await commitPlain(storage, transactions, database, writes);
  const answer = new RawMessage();
  for (const result of results) answer.message(1, writeResultMessage(result));
  return answer.timestamp(2, commitTime).finish();
}
