import fc from "fast-check";
import { expect, test } from "vitest";
import type { WireTarget } from "@/embedded-firestore/protocol/messages";
import { runQuery } from "@/embedded-firestore/query/run-query";
import { toQuery } from "@/embedded-firestore/query/to-query";
import type { OpenStorage } from "@/embedded-firestore/storage/open-storage";
import { parseName } from "@/embedded-firestore/values/document-name";
import { ListenClient, shortName } from "./listen-client";
import { commit, documents, type Edit, integer, openWorld, orderBy, query, where } from "./world";

const n = (path: string, value: number) => where(path, 5, value);
const either = { compositeFilter: { op: 2, filters: [n("s", 1), n("t", 2)] } };
const targets: WireTarget[] = [
  query(),
  query({ where: n("s", 1) }),
  query({ where: either }),
  query({ orderBy: orderBy("t"), limit: { value: 3 } }),
  query({ where: n("s", 1), orderBy: orderBy("t", "desc"), limit: { value: 2 } }),
  query({ where: either, orderBy: orderBy("t", "desc"), limit: { value: 3 } }),
  query({ orderBy: orderBy("t"), startAt: { values: [integer(1)], before: false }, limit: { value: 2 } }),
  query({ orderBy: orderBy("t"), startAt: { values: [integer(1)], before: true } }),
  query({ orderBy: orderBy("t"), offset: 1, limit: { value: 2 } }),
  query({
    from: [{ collectionId: "things", allDescendants: true }],
    orderBy: orderBy("t"),
    limit: { value: 4 },
  }),
  query({ from: [{ collectionId: "things", allDescendants: true }], where: where("s", 3, 0) }),
  query({ from: [{ allDescendants: true }] }),
  query({ where: { compositeFilter: { op: 1, filters: [n("s", 1), n("t", 0)] } }, limit: { value: 1 } }),
  documents("a", "b", "missing"),
  query({ orderBy: orderBy("t"), select: { fields: [{ fieldPath: "s" }] }, limit: { value: 1 } }),
];

const edit: fc.Arbitrary<Edit> = fc.record({
  id: fc.constantFrom(..."abcdefgh"),
  in: fc.constantFrom("things", "things", "things", "others", "others/x/things"),
  fields: fc.option(
    fc.record({ s: fc.nat(2), t: fc.nat(5) }, { requiredKeys: ["s"] }) as fc.Arbitrary<
      Record<string, number>
    >,
    { freq: 3 },
  ),
});
const edits = fc.uniqueArray(edit, { minLength: 1, maxLength: 4, selector: (one) => `${one.in}/${one.id}` });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("commit" as const), edits }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("together" as const),
      commits: fc.array(edits, { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: "turn" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom("pause" as const, "read" as const), client: fc.nat() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom("lose" as const, "return" as const), client: fc.nat() }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One listener on each target, and what each query's result was after each commit. */
class Run {
  readonly storage: OpenStorage;
  readonly clients = targets.map(() => ({ client: new ListenClient(), isLost: false }));
  readonly #results = new Map<number, Map<string, number>[]>();

  constructor() {
    this.storage = openWorld();
    this.storage.onCommit(() => this.#note());
    this.#note();
    for (const index of targets.keys()) this.#connect(index);
  }

  async apply(step: Step): Promise<void> {
    if (step.kind === "commit") await commit(this.storage, ...step.edits);
    if (step.kind === "together")
      await Promise.all(step.commits.map((some) => commit(this.storage, ...some)));
    if (step.kind === "turn") await new Promise(setImmediate);
    if (!("client" in step)) return;
    const index = step.client % targets.length;
    const { client, isLost } = this.#at(index);
    if (step.kind === "pause" && !isLost) client.pause();
    if (step.kind === "read" && !isLost) client.read();
    if (step.kind === "lose" && !isLost) this.#lose(index);
    if (step.kind === "return" && isLost) this.#connect(index);
  }

  async settle(): Promise<void> {
    for (const index of targets.keys()) {
      if (this.#at(index).isLost) this.#connect(index);
      else this.#at(index).client.read();
    }
    await commit(
      this.storage,
      ...["things", "others/x/things"].map((path) => ({ id: "z", in: path, fields: { s: 1, t: 0 } })),
    );
    const time = this.storage.latest.readTime();
    const behind = this.clients.filter(({ client }) => client.last?.readTime !== time);
    await Promise.all(
      behind.map(({ client }) => client.until(() => client.last?.readTime === time || this.#isEqual(client))),
    );
  }

  check(): void {
    for (const [index, { client }] of this.clients.entries())
      for (const { readTime, documents } of client.snapshots)
        expect([index, sorted(documents)]).toEqual([index, sorted(this.#resultAt(readTime, index))]);
  }

  /** A listener that a commit does not concern hears nothing, and is right all the same. */
  #isEqual(client: ListenClient): boolean {
    const index = this.clients.findIndex((one) => one.client === client);
    const now = this.#resultAt(this.storage.latest.readTime(), index);
    return (
      client.last !== undefined &&
      JSON.stringify(sorted(client.last.documents)) === JSON.stringify(sorted(now))
    );
  }

  /** The result after the last commit that changed anything. */
  #resultAt(readTime: number, index: number): Map<string, number> | undefined {
    const times = [...this.#results.keys()].filter((time) => time <= readTime);
    return this.#results.get(Math.max(...times))?.[index];
  }

  #connect(index: number): void {
    const target = targets[index] as WireTarget;
    this.#at(index).isLost = false;
    this.#at(index).client.connect(this.storage).add(target);
  }

  #lose(index: number): void {
    this.#at(index).isLost = true;
    this.#at(index).client.disconnect();
  }

  #at(index: number) {
    return this.clients[index] as (typeof this.clients)[number];
  }

  #note(): void {
    const { latest } = this.storage;
    const results = targets.map(({ query: wire, documents: named }) => {
      const found = (named?.documents ?? []).flatMap((full) => latest.get(parseName(full)) ?? []);
      if (named) return new Map(found.map(({ name, updatedAt }) => [shortName(name.full), updatedAt]));
      const asked = toQuery(wire?.parent ?? "", wire?.structuredQuery ?? {});
      return new Map(
        Array.from(runQuery(latest, asked), ({ name, updatedAt }) => [shortName(name.full), updatedAt]),
      );
    });
    this.#results.set(latest.readTime(), results);
  }
}

const sorted = (documents: Map<string, number> | undefined) =>
  documents && [...documents].sort(([one], [other]) => (one < other ? -1 : 1));

test("a listener's state always equals the query's result at the snapshot's time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const run = new Run();
      for (const one of steps) await run.apply(one);
      await run.settle();
      run.check();
    }),
    { numRuns: 40 },
  );
}, 60_000);
