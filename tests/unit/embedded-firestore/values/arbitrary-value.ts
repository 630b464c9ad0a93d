import fc from "fast-check";
import type { Fields, Value } from "@/embedded-firestore/values/value";

const documents = "projects/p/databases/(default)/documents";
const texts = [
  "",
  "a",
  "a\0",
  "a\0b",
  "a\x01",
  "ab",
  "b",
  "é",
  "z",
  "\uff61",
  "\u{1f600}",
  "\ud7ff",
  "__id7__",
];
const numbers = [0, -0, 1, -1, 0.5, 2 ** 53, -(2 ** 53), 2 ** 63, -(2 ** 63), Number.MAX_VALUE, 5e-324];
const integers = [
  0n,
  1n,
  -1n,
  2n ** 53n,
  2n ** 53n + 1n,
  -(2n ** 53n) - 1n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  2n ** 62n + 3n,
];

const text = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: "binary", maxLength: 6 }));
const double = fc.oneof(fc.constantFrom(...numbers, Number.NaN, Infinity, -Infinity), fc.double());
const integer = fc.oneof(fc.constantFrom(...integers), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }));
const segment = fc.constantFrom(
  "a",
  "b",
  "c",
  "a\0",
  "zz",
  "__id1__",
  "__id-3__",
  "__id20__",
  "\uff61",
  "\u{1f600}",
);

const path = fc
  .array(fc.tuple(segment, segment), { minLength: 1, maxLength: 3 })
  .map((pairs) => `${documents}/${pairs.flat().join("/")}`);

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant<Value>({ kind: "null" }),
  fc.boolean().map<Value>((value) => ({ kind: "boolean", value })),
  integer.map<Value>((value) => ({ kind: "integer", value })),
  double.map<Value>((value) => ({ kind: "double", value })),
  fc
    .tuple(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), fc.integer({ min: 0, max: 999_999 }))
    .map<Value>(([seconds, micros]) => ({ kind: "timestamp", seconds, nanos: micros * 1_000 })),
  text.map<Value>((value) => ({ kind: "string", value })),
  fc.uint8Array({ maxLength: 4 }).map<Value>((value) => ({ kind: "bytes", value })),
  path.map<Value>((value) => ({ kind: "reference", value })),
  fc
    .tuple(fc.constantFrom(-90, -0, 0, 12.5, 90), fc.constantFrom(-180, -0, 0, 7, 180))
    .map<Value>(([latitude, longitude]) => ({ kind: "geoPoint", latitude, longitude })),
  fc.array(fc.constantFrom(0, 1, -2.5), { minLength: 1, maxLength: 3 }).map(vector),
);

/** Any value that Firestore stores; the awkward ones come often. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: scalar },
    {
      weight: 1,
      arbitrary: fc.array(tie("value"), { maxLength: 3 }).map<Value>((values) => ({ kind: "array", values })),
    },
    { weight: 1, arbitrary: fieldsOf(tie("value")).map<Value>((fields) => ({ kind: "map", fields })) },
  ),
})).value;

export const anyFields: fc.Arbitrary<Fields> = fieldsOf(anyValue);

export function vector(components: number[]): Value {
  const values = components.map<Value>((value) => ({ kind: "double", value }));
  return {
    kind: "map",
    fields: new Map<string, Value>([
      ["__type__", { kind: "string", value: "__vector__" }],
      ["value", { kind: "array", values }],
    ]),
  };
}

function fieldsOf(value: fc.Arbitrary<Value>): fc.Arbitrary<Fields> {
  const name = fc.oneof(text, fc.constantFrom("a", "b", "constructor", "__proto__", "toString"));
  return fc.array(fc.tuple(name, value), { maxLength: 4 }).map((entries) => new Map(entries));
}
