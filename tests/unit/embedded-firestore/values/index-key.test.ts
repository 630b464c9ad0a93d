import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndexShape } from "@/embedded-firestore/storage/storage";
import { documentName } from "@/embedded-firestore/values/document-name";
import { afterPrefix, concat, indexKeys, keyPart, nameKey } from "@/embedded-firestore/values/index-key";
import { compareBytes } from "@/embedded-firestore/values/order";
import type { Fields, Value } from "@/embedded-firestore/values/value";
import { anyValue, vector } from "./arbitrary-value";
import { compareIndependently } from "./compare-independently";

const database = "projects/p/databases/d";
const name = documentName(database, "rooms/1/seats", "x");
const integer = (value: bigint): Value => ({ kind: "integer", value });
const array = (...values: Value[]): Value => ({ kind: "array", values });
const fieldsOf = (entries: Record<string, Value>): Fields => new Map(Object.entries(entries));
const shape = (
  scope: IndexShape["scope"],
  ...parts: [string, "asc" | "desc" | "contains"][]
): IndexShape => ({
  group: "seats",
  scope,
  parts: [...parts.map(([path, mode]) => ({ path, mode })), { path: "__name__", mode: "asc" }],
});

describe("index keys", () => {
  it("are the parts of every field and of the name, one after the other", () => {
    const fields = fieldsOf({ a: integer(1n), b: { kind: "map", fields: fieldsOf({ c: integer(2n) }) } });
    const keys = indexKeys(shape("collection", ["b.c", "desc"], ["a", "asc"]), name, fields);
    const expected = concat(
      keyPart(integer(2n), "desc"),
      keyPart(integer(1n), "asc"),
      nameKey("collection", name, "asc"),
    );
    expect(keys).toEqual([expected]);
  });

  it("are none for a document that lacks a field", () => {
    const both = shape("collection", ["a", "asc"], ["b", "asc"]);
    expect(indexKeys(both, name, fieldsOf({ a: integer(1n) }))).toEqual([]);
    expect(indexKeys(shape("collection", ["a.b", "asc"]), name, fieldsOf({ a: integer(1n) }))).toEqual([]);
    expect(indexKeys(shape("collection", ["v.value", "asc"]), name, fieldsOf({ v: vector([1]) }))).toEqual(
      [],
    );
  });

  it("are one for each different element of an array", () => {
    const tags = shape("collection", ["a", "contains"]);
    const one: Value = { kind: "double", value: 1 };
    expect(indexKeys(tags, name, fieldsOf({ a: array(integer(1n), one, integer(2n)) }))).toHaveLength(2);
    expect(indexKeys(tags, name, fieldsOf({ a: array() }))).toEqual([]);
    expect(indexKeys(tags, name, fieldsOf({ a: integer(1n) }))).toEqual([]);
    expect(indexKeys(tags, name, fieldsOf({ a: vector([1, 2]) }))).toEqual([]);
  });

  it("sort as the documents do: by each part in its direction, then by name", () => {
    const both = shape("collection", ["a", "desc"], ["b", "asc"]);
    const entry = fc.record({
      a: anyValue,
      b: anyValue,
      id: fc.constantFrom("x", "y", "__id7__", "__id12__"),
    });
    const ids = ["__id7__", "__id12__", "x", "y"];
    fc.assert(
      fc.property(entry, entry, (left, right) => {
        const [l, r] = [left, right].map(({ a, b, id }) => {
          return indexKeys(both, documentName(database, "c", id), fieldsOf({ a, b }))[0] as Uint8Array;
        }) as [Uint8Array, Uint8Array];
        const expected =
          compareIndependently(right.a, left.a) ||
          compareIndependently(left.b, right.b) ||
          ids.indexOf(left.id) - ids.indexOf(right.id);
        expect(compareBytes(l, r)).toBe(Math.sign(expected));
      }),
      { numRuns: 1_000 },
    );
  });

  it("tell a group's documents apart by their whole path", () => {
    const other = documentName(database, "rooms/2/seats", "x");
    const [here, there] = [nameKey("group", name, "asc"), nameKey("group", other, "asc")];
    expect(compareBytes(here, there)).toBe(-1);
    expect(nameKey("collection", name, "asc")).toEqual(nameKey("collection", other, "asc"));
  });

  it("order names segment by segment, so that what lies below a document follows it at once", () => {
    const names = [
      documentName(database, "rooms", "a"),
      documentName(database, "rooms/a/seats", "z"),
      documentName(database, "rooms", "a\0"),
      documentName(database, "rooms", "a!"),
      documentName(database, "rooms", "ab"),
      documentName(database, "rooms", "\uff61"),
      documentName(database, "rooms", "\u{1f600}"),
    ];
    for (const mode of ["asc", "desc"] as const) {
      const sorted = [...names]
        .reverse()
        .sort((a, b) => compareBytes(nameKey("group", a, mode), nameKey("group", b, mode)));
      expect(sorted).toEqual(mode === "asc" ? names : [...names].reverse());
    }
  });
});

describe("afterPrefix", () => {
  it("is above every key with the prefix and not above any other greater key", () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(bytes, bytes, (prefix, key) => {
        const end = afterPrefix(prefix);
        const starts = Buffer.from(key).subarray(0, prefix.length).equals(prefix);
        const isInside = compareBytes(key, prefix) >= 0 && (end === null || compareBytes(key, end) < 0);
        expect(isInside).toBe(starts);
      }),
    );
  });

  it("leaves the bytes it was given as they are", () => {
    const prefix = Buffer.from([1, 2, 255]);
    expect(afterPrefix(prefix)).toEqual(Uint8Array.of(1, 3));
    expect([...prefix]).toEqual([1, 2, 255]);
  });

  it("is open where nothing can be greater", () => {
    expect(afterPrefix(Uint8Array.of(255, 255))).toBeNull();
    expect(afterPrefix(new Uint8Array(0))).toBeNull();
    expect(afterPrefix(Uint8Array.of(1, 255))).toEqual(Uint8Array.of(2));
  });
});
