import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type OpenStorage, openStorage } from "@/embedded-firestore/storage/open-storage";
import { database, fieldsOf, integer, list, named, ownFolder, scanned, shape, text } from "./own-store";

type Step = { path: string; value: { n: number; labels: string[] } | null };
type Commit = { steps: Step[]; failsAt: number | null; scansAt: number | null };
type Model = Map<string, { n: number; labels: string[] }>;

const paths = ["a/1", "a/2", "a/3", "a/1/a/1", "a/1/b/1", "a/gone/b/1", "a/gone/b/2", "b/1"];
const byNumber = shape("a", "n asc");
const byLabel = { ...shape("b", "labels contains", "n desc"), scope: "group" } as const;

const value = fc.record({
  n: fc.integer({ min: 0, max: 3 }),
  labels: fc.array(fc.constantFrom("x", "y", "z"), { maxLength: 3 }),
});
const step = fc.record({ path: fc.constantFrom(...paths), value: fc.option(value, { freq: 2 }) });
const commit: fc.Arbitrary<Commit> = fc.record({
  steps: fc.array(step, { maxLength: 5 }),
  failsAt: fc.option(fc.nat(5), { freq: 2 }),
  scansAt: fc.option(fc.nat(5)),
});
/** Commits of one list wait together; between lists the store may be closed and opened. */
const rounds = fc.array(fc.record({ commits: fc.array(commit, { maxLength: 5 }), reopens: fc.boolean() }), {
  minLength: 1,
  maxLength: 6,
});

const held = (labels: string[]) => ({ path: "a/2", value: { n: 0, labels } });
/** A document put, seen by a scan, deleted and put again in one commit. */
const putAgainAfterScan = [
  {
    commits: [{ steps: [held([]), { path: "a/2", value: null }, held(["x"])], failsAt: null, scansAt: 1 }],
    reopens: false,
  },
];

it("is a map of what committed, whatever fails half way and whenever it is opened again", {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (all) => {
      const dir = ownFolder();
      let store = openStorage({ dir, synchronous: "normal" });
      const model: Model = new Map();
      try {
        for (const { commits, reopens } of all) {
          const expected = commits.map((one) => applyToModel(model, one));
          const results = await Promise.allSettled(commits.map((one) => apply(store, one)));
          expect(results.map((result) => result.status === "fulfilled")).toEqual(expected);
          if (reopens) {
            store.close();
            store = openStorage({ dir, synchronous: "normal" });
          }
          compare(store, model);
        }
      } finally {
        store.close();
      }
    }),
    { numRuns: 60, examples: [[putAgainAfterScan]] },
  );
});

function apply(store: OpenStorage, { steps, failsAt, scansAt }: Commit): Promise<void> {
  return store.commit(database, (writer) => {
    steps.forEach(({ path, value }, at) => {
      if (at === failsAt) throw new Error("half way");
      if (at === scansAt) scanned(writer, byNumber, "a");
      if (value === null) writer.delete(named(path));
      else writer.put(named(path), toFields(value));
      expect(writer.get(named(path))?.fields() ?? null).toEqual(value && toFields(value));
    });
  });
}

function applyToModel(model: Model, { steps, failsAt }: Commit): boolean {
  if (failsAt !== null && failsAt < steps.length) return false;
  for (const { path, value } of steps) {
    if (value === null) model.delete(path);
    else model.set(path, value);
  }
  return true;
}

function compare(store: OpenStorage, model: Model): void {
  const { latest } = store;
  for (const path of paths) {
    const held = model.get(path);
    expect(latest.get(named(path))?.fields() ?? null).toEqual(held ? toFields(held) : null);
  }
  const snapshot = store.openSnapshot();
  for (const reader of [latest, snapshot]) {
    expect(scanned(reader, byNumber, "a")).toEqual(numbersOf(model));
    expect(scanned(reader, byNumber, "a", true)).toEqual(numbersOf(model).reverse());
    expect(scanned(reader, byLabel, null)).toEqual(labelsOf(model));
  }
  snapshot.close();
  expect(latest.collectionIds(database, "")).toEqual(below(model, ""));
  expect(latest.collectionIds(database, "a/1")).toEqual(below(model, "a/1/"));
  expect(latest.documentIds(database, "a", null, 10)).toEqual(below(model, "a/"));
}

const toFields = ({ n, labels }: { n: number; labels: string[] }) =>
  fieldsOf({ n: integer(n), labels: list(...labels.map(text)) });

const inCollection = (path: string, collection: string) =>
  path.slice(0, path.lastIndexOf("/")) === collection;

function numbersOf(model: Model): string[] {
  const found = [...model].filter(([path]) => inCollection(path, "a"));
  return found.sort(([p, v], [q, w]) => v.n - w.n || (p < q ? -1 : 1)).map(([path]) => path);
}

function labelsOf(model: Model): string[] {
  const rows = [...model].flatMap(([path, { n, labels }]) =>
    path.split("/").at(-2) === "b" ? [...new Set(labels)].map((label) => ({ path, n, label })) : [],
  );
  rows.sort((a, b) =>
    a.label === b.label ? b.n - a.n || (a.path < b.path ? 1 : -1) : a.label < b.label ? -1 : 1,
  );
  return rows.map(({ path }) => path);
}

/** The segments that follow a prefix, each once, in order. */
function below(model: Model, prefix: string): string[] {
  const rest = [...model.keys()]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
  return [...new Set(rest.map((path) => path.split("/")[0] as string))].sort();
}
