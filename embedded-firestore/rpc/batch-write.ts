import type { WireWrite } from "../protocol/messages.ts";
import { RawMessage } from "../protocol/raw.ts";
import { decodeBatchWrite } from "../protocol/requests.ts";
import { invalid, StatusError } from "../protocol/status.ts";
import { writeResultMessage } from "../protocol/write-result.ts";
import { commitPlain } from "../transactions/commit.ts";
import { parseDatabase } from "../values/document-name.ts";
import { checkWrite } from "../writes/check-write.ts";
import type { Engine } from "./engine.ts";

type Outcome = { result: RawMessage; status: RawMessage };

/** Makes each write on its own; what happened to each is in the answer. */
export async function batchWrite(engine: Engine, bytes: Buffer): Promise<Buffer> {
  const request = decodeBatchWrite(bytes);
  const database = parseDatabase(request.database);
  // One that is malformed has the whole request refused; what the store's state refuses is told write by write.
  const targets = new Set(request.writes.map((write) => checkWrite(write).name.full));
  if (targets.size < request.writes.length)
    throw invalid("A document is written at most once in a BatchWrite request.");
  const outcomes = await Promise.all(request.writes.map((write) => writeOne(engine, database, write)));
  const answer = new RawMessage();
  for (const { result } of outcomes) answer.message(1, result);
  for (const { status } of outcomes) answer.message(2, status);
  return answer.finish();
}

async function writeOne(engine: Engine, database: string, write: WireWrite): Promise<Outcome> {
  try {
    const { results } = await commitPlain(engine.storage, engine.transactions, database, [write]);
    const [result] = results;
    return { result: result ? writeResultMessage(result) : new RawMessage(), status: new RawMessage() };
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return { result: new RawMessage(), status: new RawMessage().int(1, error.code).string(2, error.message) };
  }
}
