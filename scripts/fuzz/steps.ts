import fc from "fast-check";
import { aggregations, parent, query } from "./queries";
import { documentName, fieldPath, oddName } from "./values";
import { type Read, rootName, type Step } from "./wire";
import { set, write } from "./writes";

/** The emulator refuses sums over projections and adds up all collections where it has no order for it. */
const aggregated = query.map(({ select: _unused, from, ...rest }) => ({
  ...rest,
  from: from.map((one) => ({ collectionId: "c", ...one })),
}));

const read: fc.Arbitrary<Read> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record(
      {
        do: fc.constant("get" as const),
        documents: fc.uniqueArray(fc.oneof({ weight: 60, arbitrary: documentName }, oddName), {
          minLength: 1,
          maxLength: 3,
        }),
        mask: fc.uniqueArray(fieldPath, { maxLength: 2 }).map((fieldPaths) => ({ fieldPaths })),
      },
      { requiredKeys: ["do", "documents"], noNullPrototype: true },
    ),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("query" as const), parent, query }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("aggregate" as const), parent, query: aggregated, aggregations }),
  },
);

const writes = fc.array(write, { minLength: 1, maxLength: 3 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: read },
  { weight: 8, arbitrary: writes.map((found) => ({ do: "commit" as const, writes: found })) },
  { weight: 2, arbitrary: writes.map((found) => ({ do: "batchWrite" as const, writes: found })) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("list" as const),
      parent: fc.constantFrom(rootName, `${rootName}/c/a`, `${rootName}/c/b`),
      collectionId: fc.constantFrom("c", "d", "e"),
      showMissing: fc.boolean(),
      pageSize: fc.constantFrom(2, 100),
    }),
  },
  { weight: 1, arbitrary: parent.map((found) => ({ do: "collections" as const, parent: found })) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("transaction" as const),
      isReadOnly: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
      reads: fc.array(read, { maxLength: 2 }),
      writes: fc.array(write, { maxLength: 2 }),
      end: fc.constantFrom<"commit" | "rollback">("commit", "commit", "rollback"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("listen" as const), parent, query }) },
  { weight: 1, arbitrary: fc.constant({ do: "settle" as const }) },
);

/** Some documents to start with, then steps of every kind. */
export const plan: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(fc.array(set, { minLength: 1, maxLength: 5 }), { maxLength: 3 }),
    fc.array(step, { minLength: 5, maxLength: 25, size: "max" }),
  )
  .map(([filled, steps]) => [...filled.map((found) => ({ do: "commit" as const, writes: found })), ...steps]);
