import { canonicalFields } from "./canonical";
import type { Side, WireDocument, WireStatus } from "./wire";

export type Outcome = {
  created: number;
  alreadyThere: number;
  /** Names that the target holds with other content, which stays as it is. */
  different: string[];
  refused: { name: string; why: string }[];
};

const ALREADY_EXISTS = 6;
/** CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE. */
const passing = [1, 2, 4, 8, 10, 13, 14];
const ATTEMPTS = 10;

/** Creates documents that the target lacks and compares those it has. Never changes one that is there. */
export async function createOrVerify(
  target: Side,
  documents: WireDocument[],
  isDryRun: boolean,
): Promise<Outcome> {
  const outcome: Outcome = { created: 0, alreadyThere: 0, different: [], refused: [] };
  if (isDryRun) {
    outcome.created = await compare(target, documents, outcome);
    return outcome;
  }
  let left = documents;
  const existing: WireDocument[] = [];
  for (let attempt = 0; left.length > 0; attempt++) {
    const statuses = await write(target, left);
    const again: WireDocument[] = [];
    for (const [index, document] of left.entries()) {
      const { code = 0, message } = statuses[index] ?? {};
      if (!code) outcome.created += 1;
      else if (code === ALREADY_EXISTS) existing.push(document);
      else if (passing.includes(code) && attempt < ATTEMPTS) again.push(document);
      else outcome.refused.push({ name: document.name, why: message ?? `code ${code}` });
    }
    left = again;
    if (left.length > 0) await pause(Math.min(30_000, 200 * 2 ** attempt));
  }
  await compare(target, existing, outcome);
  return outcome;
}

async function write(target: Side, documents: WireDocument[]): Promise<WireStatus[]> {
  try {
    return await target.batchWrite(
      documents.map(({ name, fields }) => ({
        update: { name, fields },
        currentDocument: { exists: false },
      })),
    );
  } catch (error) {
    const { code = 2, message } = error as { code?: number; message: string };
    if (!passing.includes(code)) throw error;
    return documents.map(() => ({ code, message }));
  }
}

/** Compares documents with the target's; answers how many it lacks. */
async function compare(target: Side, documents: WireDocument[], outcome: Outcome): Promise<number> {
  if (documents.length === 0) return 0;
  const there = await target.get(documents.map((document) => document.name));
  let lacking = 0;
  for (const { name, fields } of documents) {
    const found = there.get(name);
    if (!found) lacking += 1;
    else if (isSame(found.fields, fields, target.database)) outcome.alreadyThere += 1;
    else outcome.different.push(name);
  }
  return lacking;
}

const isSame = (a: WireDocument["fields"], b: WireDocument["fields"], database: string) =>
  canonicalFields(a, database) === canonicalFields(b, database);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
