import fc from "fast-check";
import type { WireFilter, WireQuery } from "@/embedded-firestore/protocol/messages";
import { and, groupC, or, orderBy, type Plain, toFields, toValue, unary, where } from "./wire";

const scalars: Plain[] = [null, true, false, 0, -0, 1, 2, 1.5, -1, Number.NaN, Infinity, "", "a", "b", "ab"];
const rare: Plain[] = [2n ** 53n, 2n ** 53n + 1n, "\u{1f600}", "\uff61", "ref:c/a", "ref:c/b/c/x", -Infinity];
const names = [
  "c/a",
  "c/b",
  "c/c",
  "c/d",
  "c/aa",
  "c/A",
  "c/__id7__",
  "c/__id12__",
  "c/b/c/x",
  "k/a/c/b",
  "k/a",
];

const scalar = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...scalars) },
  { weight: 1, arbitrary: fc.constantFrom(...rare) },
);
const list = fc.array(scalar, { maxLength: 3 });
const value: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Plain[]>(0, 1, 2, "a") },
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: list },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom("x", "y"), scalar, { maxKeys: 2 }) },
);
const path = fc.constantFrom("a", "b", "m.x");
const reference = fc
  .constantFrom(...names.filter((name) => name !== "k/a"), "c/zz")
  .map((name) => `ref:${name}`);

const fields = fc
  .record(
    { a: value, b: value, t: list, m: fc.dictionary(fc.constantFrom("x", "y"), scalar) },
    { requiredKeys: [] },
  )
  .map(toFields);

/** A few documents: in a collection, and in others of the same id and of another. */
export const anyDocuments = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...names), fields), {
    selector: ([name]) => name,
    minLength: 6,
    maxLength: names.length,
  })
  .map((entries) => Object.fromEntries(entries));

const leaf: fc.Arbitrary<WireFilter> = fc.oneof(
  fc.tuple(path, value).map(([field, operand]) => where(field, "==", operand)),
  fc
    .tuple(path, fc.constantFrom("<", "<=", ">", ">="), value)
    .map(([field, op, operand]) => where(field, op as "<", operand)),
  fc
    .tuple(path, fc.array(value, { minLength: 1, maxLength: 4 }))
    .map(([field, operand]) => where(field, "in", operand)),
  fc
    .tuple(path, fc.array(value, { minLength: 1, maxLength: 4 }))
    .map(([field, operand]) => where(field, "not-in", operand)),
  fc.tuple(path, value).map(([field, operand]) => where(field, "!=", operand)),
  fc
    .tuple(path, fc.constantFrom("isNan", "isNull", "isNotNan", "isNotNull"))
    .map(([field, op]) => unary(field, op as "isNan")),
  value.map((operand) => where("t", "array-contains", operand)),
  fc
    .array(scalar, { minLength: 1, maxLength: 4 })
    .map((operand) => where("t", "array-contains-any", operand)),
  fc
    .tuple(fc.constantFrom("==", "<", "<=", ">", ">=", "!="), reference)
    .map(([op, operand]) => where("__name__", op as "==", operand)),
);

const filter = fc.letrec<{ any: WireFilter }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2 },
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((all) => and(...all)) },
    { weight: 1, arbitrary: fc.array(tie("any"), { minLength: 1, maxLength: 3 }).map((all) => or(...all)) },
  ),
})).any;

const orders = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom("a", "b", "t", "m.x"), { maxLength: 2 }),
    fc.constantFrom(true, false, false),
  )
  .chain(([fieldPaths, hasName]) => {
    const paths = hasName ? [...fieldPaths, "__name__"] : fieldPaths;
    const directions = fc.array(fc.boolean(), { minLength: paths.length, maxLength: paths.length });
    return directions.map((all) => ({
      paths,
      orderBy: orderBy(...paths.map((one, index) => (all[index] ? `-${one}` : one))),
    }));
  });

function cursorOf(paths: string[]) {
  const values = paths.map((one) => (one === "__name__" ? reference : value));
  return fc
    .tuple(fc.tuple(...values), fc.nat({ max: paths.length }), fc.boolean())
    .map(([all, length, before]) => ({ values: all.slice(0, length).map(toValue), before }));
}

const seldom = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one });

/** Any query, of one collection or of a group. Some are refused. */
export const anyQuery: fc.Arbitrary<WireQuery> = orders.chain(({ paths, orderBy }) =>
  fc.record({
    from: fc.constantFrom([{ collectionId: "c" }], groupC),
    orderBy: fc.constant(orderBy),
    where: fc.option(filter),
    startAt: seldom(cursorOf(paths)),
    endAt: seldom(cursorOf(paths)),
    limit: fc.option(fc.record({ value: fc.nat({ max: 5 }) }), { freq: 2 }),
    offset: fc.constantFrom(0, 0, 0, 1, 2),
  }),
);
