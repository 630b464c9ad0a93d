import fc from "fast-check";
import { documentName, fieldPath, value, values } from "./values";
import { type Aggregation, type Cursor, type Query, rootName } from "./wire";

type Filter = Record<string, unknown>;

const path = fc.oneof({ weight: 7, arbitrary: fieldPath }, fc.constant("__name__"));
const list = (found: unknown[]) => ({ arrayValue: { values: found } });
const operand = (fieldName: string) =>
  fieldName === "__name__" ? documentName.map((referenceValue) => ({ referenceValue })) : value;
const compared = (ops: string[]) =>
  path.chain((fieldName) =>
    fc.record({
      field: fc.constant({ fieldPath: fieldName }),
      op: fc.constantFrom(...ops),
      value: operand(fieldName),
    }),
  );
const chosen = fc.tuple(fieldPath, fc.constantFrom("IN", "IN", "ARRAY_CONTAINS_ANY", "NOT_IN"), values);

const leaf: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 4, arbitrary: compared(["EQUAL"]).map((fieldFilter) => ({ fieldFilter })) },
  {
    weight: 4,
    arbitrary: compared(["LESS_THAN", "LESS_THAN_OR_EQUAL", "GREATER_THAN", "GREATER_THAN_OR_EQUAL"]).map(
      (fieldFilter) => ({ fieldFilter }),
    ),
  },
  { weight: 1, arbitrary: compared(["NOT_EQUAL"]).map((fieldFilter) => ({ fieldFilter })) },
  {
    weight: 1,
    arbitrary: fc.tuple(fieldPath, value).map(([name, found]) => ({
      fieldFilter: { field: { fieldPath: name }, op: "ARRAY_CONTAINS", value: found },
    })),
  },
  {
    weight: 2,
    arbitrary: chosen.map(([name, op, found]) => ({
      fieldFilter: { field: { fieldPath: name }, op, value: list(found) },
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fieldPath, fc.constantFrom("IS_NAN", "IS_NULL", "IS_NOT_NAN", "IS_NOT_NULL"))
      .map(([name, op]) => ({ unaryFilter: { field: { fieldPath: name }, op } })),
  },
);

const composite = (inner: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> =>
  fc
    .tuple(fc.constantFrom("AND", "AND", "OR"), fc.array(inner, { minLength: 1, maxLength: 3 }))
    .map(([op, filters]) => ({ compositeFilter: { op, filters } }));

const filter = fc.oneof(
  { weight: 5, arbitrary: leaf },
  { weight: 3, arbitrary: composite(leaf) },
  { weight: 2, arbitrary: composite(fc.oneof(leaf, composite(leaf))) },
);

const order = fc
  .tuple(path, fc.constantFrom<"ASCENDING" | "DESCENDING">("ASCENDING", "DESCENDING"))
  .map(([name, direction]) => ({ field: { fieldPath: name }, direction }));
const orders = fc.uniqueArray(order, { maxLength: 3, selector: (one) => one.field.fieldPath });

/** A cursor with as many values as there are orders, or fewer, or once in a while one too many. */
function cursor(fieldPaths: string[]): fc.Arbitrary<Cursor> {
  const all = fc.tuple(...[...fieldPaths, "__name__"].map(operand));
  return fc
    .tuple(all, fc.nat({ max: fieldPaths.length }), fc.boolean(), fc.nat({ max: 9 }))
    .map(([found, count, before, chance]) => ({
      values: found.slice(0, chance === 0 ? found.length : Math.max(1, count)),
      before,
    }));
}

const from = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom({ collectionId: "c" }, { collectionId: "d" }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      { collectionId: "c", allDescendants: true },
      { collectionId: "e", allDescendants: true },
    ),
  },
  { weight: 1, arbitrary: fc.constant({ allDescendants: true }) },
);

const sometimes = <T>(found: fc.Arbitrary<T>) => fc.option(found, { nil: undefined, freq: 1 });
const seldom = <T>(found: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: found });

/** Any query, mostly one that is answered. */
export const query: fc.Arbitrary<Query> = orders.chain((orderBy) => {
  const names = orderBy.map((one) => one.field.fieldPath);
  return fc
    .record({
      from: from.map((one) => [one]),
      where: sometimes(filter),
      orderBy: fc.constant(orderBy.length > 0 ? orderBy : undefined),
      startAt: names.length > 0 ? seldom(cursor(names)) : fc.constant(undefined),
      endAt: names.length > 0 ? seldom(cursor(names)) : fc.constant(undefined),
      offset: seldom(fc.nat({ max: 3 })),
      limit: seldom(fc.nat({ max: 5 }).map((count) => ({ value: count }))),
      select: seldom(
        fc
          .uniqueArray(path, { maxLength: 3 })
          .map((found) => ({ fields: found.map((fieldPath) => ({ fieldPath })) })),
      ),
    })
    .map(
      (made) => Object.fromEntries(Object.entries(made).filter(([, found]) => found !== undefined)) as Query,
    );
});

/** Where a query starts: the root, or a document. */
export const parent = fc.constantFrom(rootName, rootName, rootName, `${rootName}/c/a`, `${rootName}/c/b`);

/** Some aggregations with names of their own. */
export const aggregations: fc.Arbitrary<Aggregation[]> = fc
  .array(
    fc.oneof(
      fc.constant({ count: {} }),
      fc.nat({ max: 3 }).map((most) => ({ count: { upTo: { value: String(most + 1) } } })),
      fieldPath.map((name) => ({ sum: { field: { fieldPath: name } } })),
      fieldPath.map((name) => ({ avg: { field: { fieldPath: name } } })),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((found) => found.map((one, index) => ({ alias: `a${index}`, ...one })));
