import fc from "fast-check";
import { type Fields, rootName, type Value } from "./wire";

const documentIds = ["a", "b", "c2", "Z", "é", "😀", "__id7__", "__id30__"];
const collectionPaths = ["c", "d", "c/a/e", "c/b/c"];

/** Full names of documents: few, so that steps meet. */
export const documentName = fc
  .tuple(fc.constantFrom(...collectionPaths), fc.constantFrom(...documentIds))
  .map(([collection, id]) => `${rootName}/${collection}/${id}`);

/** Names that are refused, of documents that cannot be, or of another database. */
export const oddName = fc.constantFrom(
  ...["c", "c/a/e", "c//a", "c/.", "c/..", "c/__x__", "__x__/a"].map((path) => `${rootName}/${path}`),
  "projects/P/databases/other/documents/c/a",
  "nothing",
);

/** Field paths, some of them into maps, some that need quotes. */
export const fieldPath = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("n", "m", "s") },
  { weight: 2, arbitrary: fc.constantFrom("map.k", "map", "tags", "`x y`", "map.`é.z`") },
);

const integer = fc
  .constantFrom("0", "1", "2", "3", "-1", "9007199254740992", "9007199254740993", "9223372036854775807")
  .map((integerValue): Value => ({ integerValue }));
const double = fc
  .constantFrom(
    "0",
    "-0",
    "1",
    "2",
    "0.5",
    "-1.5",
    "NaN",
    "Infinity",
    "-Infinity",
    "9007199254740992",
    "1e300",
  )
  .map((doubleValue): Value => ({ doubleValue }));
const text = fc
  .constantFrom("", "a", "ab", "b", "A", "é", "\uff61", "😀", "a\u0000", "a\u0000b", "__id7__")
  .map((stringValue): Value => ({ stringValue }));
const time = fc
  .constantFrom(
    { seconds: "0", nanos: 0 },
    { seconds: "5", nanos: 1000 },
    { seconds: "5", nanos: 1999 },
    { seconds: "-5", nanos: 500_000_000 },
  )
  .map((timestampValue): Value => ({ timestampValue }));
const place = fc
  .constantFrom(
    { latitude: "1", longitude: "2" },
    { latitude: "-1", longitude: "2" },
    { latitude: "1", longitude: "-3" },
  )
  .map((geoPointValue): Value => ({ geoPointValue }));
const bytes = fc.constantFrom("", "AA==", "AAE=", "/w==").map((bytesValue): Value => ({ bytesValue }));
const reference = documentName.map((referenceValue): Value => ({ referenceValue }));

const scalar = fc.oneof(
  fc.constant<Value>({ nullValue: "NULL_VALUE" }),
  fc.boolean().map((booleanValue): Value => ({ booleanValue })),
  { weight: 4, arbitrary: integer },
  { weight: 3, arbitrary: double },
  { weight: 3, arbitrary: text },
  ...[time, place, bytes, reference],
);

const arrayOf = (element: fc.Arbitrary<Value>) =>
  fc.array(element, { maxLength: 3 }).map((values): Value => ({ arrayValue: { values } }));
const mapOf = (element: fc.Arbitrary<Value>) =>
  fc
    .dictionary(fc.constantFrom("k", "l", "é.z"), element, { maxKeys: 2, noNullPrototype: true })
    .map((fields): Value => ({ mapValue: { fields } }));

/** Without NaN, which the emulator refuses only when it is there at the end of a commit. */
const component = double.filter(({ doubleValue }) => doubleValue !== "NaN");
const vector = fc.array(component, { minLength: 1, maxLength: 3 }).map(
  (values): Value => ({
    mapValue: {
      fields: { __type__: { stringValue: "__vector__" }, value: { arrayValue: { values } } },
    },
  }),
);
const longText = fc
  .tuple(fc.constantFrom("a", "é", "\u0000"), fc.constantFrom(100, 1499, 1500, 1501, 3000))
  .map(([sign, length]): Value => ({ stringValue: sign.repeat(length) }));

/** Values that are refused, or odd. */
const odd = fc.oneof(
  arrayOf(arrayOf(scalar)),
  mapOf(arrayOf(arrayOf(scalar))),
  scalar.map((inner): Value => ({ mapValue: { fields: { __reserved__: inner } } })),
  fc.constant<Value>({ geoPointValue: { latitude: "91", longitude: "0" } }),
  fc.constant<Value>({ timestampValue: { seconds: "253402300800", nanos: 0 } }),
  fc.constant<Value>({ referenceValue: "not a name" }),
  fc.constant<Value>({}),
);

/** Any value, mostly a scalar from a small set. */
export const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 80, arbitrary: scalar },
  { weight: 1, arbitrary: odd },
  { weight: 4, arbitrary: vector },
  { weight: 4, arbitrary: longText },
  { weight: 20, arbitrary: arrayOf(fc.oneof({ weight: 4, arbitrary: scalar }, mapOf(scalar))) },
  { weight: 2, arbitrary: mapOf(fc.oneof({ weight: 4, arbitrary: scalar }, arrayOf(scalar), mapOf(scalar))) },
);

/** Several values, for arrays in transforms and for `in`: none that the emulator wrongly lets into an array. */
export const values = fc.array(
  fc.oneof({ weight: 4, arbitrary: fc.oneof(scalar, longText) }, mapOf(scalar)),
  { minLength: 1, maxLength: 3 },
);

/** A document's fields. */
export const fields: fc.Arbitrary<Fields> = fc
  .record(
    {
      n: fc.oneof(integer, double, value),
      m: value,
      s: fc.oneof(text, value),
      map: mapOf(scalar),
      tags: arrayOf(scalar),
      "x y": scalar,
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((found) => found as Fields);
export { double, integer };
