import fc from "fast-check";
import type { WireClient } from "./client";

type Message = Record<string, unknown>;
/** What a transaction of a race does: reads some documents, asks for all with a mark, writes some. */
type Racer = { reads: number[]; asksFor: number | null; writes: { to: number; mark: number }[] };
/** One that committed: the versions that it saw, and when. */
type Committed = { racer: Racer; id: string; saw: Map<number, string>; found: string | null; at: bigint };

const documents = 4;
const racer: fc.Arbitrary<Racer> = fc.record({
  reads: fc.uniqueArray(fc.nat({ max: documents - 1 }), { maxLength: 3 }),
  asksFor: fc.option(fc.nat({ max: 1 }), { nil: null, freq: 2 }),
  writes: fc.uniqueArray(fc.record({ to: fc.nat({ max: documents - 1 }), mark: fc.nat({ max: 1 }) }), {
    minLength: 1,
    maxLength: 2,
    selector: (one) => one.to,
  }),
});

let races = 0;

/**
 * Runs random transactions at the same time and checks that those that committed could have run one after the other, in
 * the order of their commit times: each must have seen exactly what the ones before it left. Says what was wrong.
 */
export async function raceTransactions(
  client: WireClient,
  { seed, rounds }: { seed: number; rounds: number },
): Promise<{ committed: number; wrong: string[] }> {
  const wrong: string[] = [];
  let committed = 0;
  for (const racers of fc.sample(fc.array(racer, { minLength: 6, maxLength: 12, size: "max" }), {
    seed,
    numRuns: rounds,
  })) {
    const database = `projects/demo-race-${process.pid}-${++races}/databases/(default)`;
    const outcomes = await Promise.all(racers.map((one, index) => run(client, database, one, `t${index}`)));
    const done = outcomes.filter((one) => one !== null).sort((a, b) => (a.at < b.at ? -1 : 1));
    committed += done.length;
    wrong.push(...check(done));
  }
  return { committed, wrong };
}

async function run(
  client: WireClient,
  database: string,
  racer: Racer,
  id: string,
): Promise<Committed | null> {
  const nameOf = (index: number) => `${database}/documents/things/d${index}`;
  const begun = await client.call("BeginTransaction", { database });
  if (!("ok" in begun)) return null;
  const { transaction } = begun.ok;
  const saw = new Map<number, string>();
  const giveUp = async () => {
    await client.call("Rollback", { database, transaction });
    return null;
  };
  for (const index of racer.reads) {
    const request = { database, documents: [nameOf(index)], transaction };
    const answer = await client.readAll("BatchGetDocuments", request);
    if (!("ok" in answer)) return giveUp();
    saw.set(index, versionOf(answer.ok[0]?.found as Message | undefined));
  }
  let found: string | null = null;
  if (racer.asksFor !== null) {
    const answer = await client.readAll("RunQuery", marked(database, racer.asksFor, transaction));
    if (!("ok" in answer)) return giveUp();
    found = answer.ok.flatMap((one) => (one.document ? versionOf(one.document as Message) : [])).join();
  }
  const writes = racer.writes.map(({ to, mark }) => ({
    update: {
      name: nameOf(to),
      fields: {
        by: { stringValue: id },
        mark: { integerValue: String(mark) },
        at: { integerValue: String(to) },
      },
    },
  }));
  const answer = await client.call("Commit", { database, transaction, writes });
  if (!("ok" in answer)) return null;
  const { seconds = "0", nanos = 0 } = answer.ok.commitTime as { seconds?: string; nanos?: number };
  return { racer, id, saw, found, at: BigInt(seconds) * 1_000_000_000n + BigInt(nanos) };
}

const marked = (database: string, mark: number, transaction: unknown) => ({
  parent: `${database}/documents`,
  transaction,
  structuredQuery: {
    from: [{ collectionId: "things" }],
    where: {
      fieldFilter: { field: { fieldPath: "mark" }, op: "EQUAL", value: { integerValue: String(mark) } },
    },
  },
});

function versionOf(document: Message | undefined): string {
  const fields = document?.fields as
    | { at: { integerValue: string }; by: { stringValue: string } }
    | undefined;
  return fields ? `${fields.at.integerValue}:${fields.by.stringValue}` : "missing";
}

function check(done: Committed[]): string[] {
  const state = new Map<number, { by: string; mark: number }>();
  const version = (index: number) => (state.has(index) ? `${index}:${state.get(index)?.by}` : "missing");
  return done.flatMap(({ racer, id, saw, found }) => {
    const wrong: string[] = [];
    for (const [index, seen] of saw) {
      if (seen !== version(index)) wrong.push(`${id} saw ${seen} of d${index} after ${version(index)}`);
    }
    const left = [...state.keys()]
      .sort((a, b) => a - b)
      .filter((index) => state.get(index)?.mark === racer.asksFor);
    if (found !== null && found !== left.map(version).join()) {
      wrong.push(`${id} found [${found}] where [${left.map(version).join()}] was`);
    }
    for (const { to, mark } of racer.writes) state.set(to, { by: id, mark });
    return wrong;
  });
}
