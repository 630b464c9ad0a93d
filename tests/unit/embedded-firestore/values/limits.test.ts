import { describe, expect, it } from "vitest";
import { documentName } from "@/embedded-firestore/values/document-name";
import { checkDocument } from "@/embedded-firestore/values/limits";
import { documentSize } from "@/embedded-firestore/values/size";
import type { Fields, Value } from "@/embedded-firestore/values/value";
import { vector } from "./arbitrary-value";

const name = documentName("projects/p/databases/d", "size", "doc1");
const one: Value = { kind: "integer", value: 1n };
const text = (value: string): Value => ({ kind: "string", value });
const bytes = (length: number): Value => ({ kind: "bytes", value: new Uint8Array(length) });
const array = (...values: Value[]): Value => ({ kind: "array", values });
const fieldsOf = (entries: Record<string, Value>): Fields => new Map(Object.entries(entries));
const map = (entries: Record<string, Value>): Value => ({ kind: "map", fields: fieldsOf(entries) });
const nested = (depth: number, leaf: Value): Value =>
  depth === 0 ? leaf : map({ m: nested(depth - 1, leaf) });
const paired = (depth: number): Value => (depth === 0 ? one : array(map({ x: paired(depth - 1) })));
const reference = (path: string): Value => ({
  kind: "reference",
  value: `projects/p/databases/d/documents/${path}`,
});
const check = (entries: Record<string, Value>) => () => checkDocument(name, fieldsOf(entries));
const refused = expect.objectContaining({ code: 3 });

describe("a document's limits", () => {
  it.each([
    ["null", { kind: "null" }, 3],
    ["an integer", one, 10],
    ["a timestamp", { kind: "timestamp", seconds: 1, nanos: 0 }, 10],
    ["a geo point", { kind: "geoPoint", latitude: 1, longitude: 1 }, 18],
    ["a text", text("é"), 5],
    ["a reference", reference("cccc/dddd"), 28],
    ["an empty map", map({}), 3],
    ["maps in maps", map({ c: map({ d: one }) }), 14],
    ["an empty array", array(), 3],
    ["an array", array(one, one), 18],
    ["a vector", vector([1, 2]), 18],
  ] as [string, Value, number][])("counts %s as the emulator does", (_, value, size) => {
    const empty = documentSize(name, new Map());
    expect(empty).toBe(58);
    expect(documentSize(name, fieldsOf({ c: value })) - empty).toBe(size);
  });

  it("allow exactly 1 MiB", () => {
    expect(check({ a: bytes(500_000), b: bytes(548_514) })).not.toThrow();
    expect(check({ a: bytes(500_000), b: bytes(548_515) })).toThrow(refused);
  });

  it("allow 1048487 bytes in one field", () => {
    expect(check({ a: text("x".repeat(1_048_487)) })).not.toThrow();
    expect(check({ a: text("x".repeat(1_048_488)) })).toThrow(refused);
    expect(check({ a: bytes(1_048_488) })).toThrow(refused);
  });

  it("allow 20 levels of maps and arrays", () => {
    expect(check({ a: nested(20, one) })).not.toThrow();
    expect(check({ a: nested(19, map({})) })).not.toThrow();
    expect(check({ a: paired(10) })).not.toThrow();
    expect(check({ a: nested(21, one) })).toThrow(refused);
    expect(check({ a: nested(20, map({})) })).toThrow(refused);
    expect(check({ a: paired(11) })).toThrow(refused);
  });

  it("allow 1500 bytes in a field's name and in its whole path", () => {
    const [long, rest] = ["x".repeat(900), "y".repeat(599)];
    expect(check({ ["x".repeat(1_500)]: one })).not.toThrow();
    expect(check({ ["x".repeat(1_501)]: one })).toThrow(refused);
    expect(check({ [long]: map({ [rest]: one }) })).not.toThrow();
    expect(check({ [long]: array(map({ [`${rest}y`]: one })) })).toThrow(refused);
  });

  it.each([
    ["an empty field name", { "": one }],
    ["a reserved field name", { __x__: one }],
    ["a reserved name inside a map", { a: map({ __x__: one }) }],
    ["an array in an array", { a: array(array()) }],
    ["a vector in an array", { a: array(vector([1])) }],
    ["a vector without components", { a: vector([]) }],
    ["a vector of 2049 components", { a: vector(Array(2_049).fill(1)) }],
    ["a vector of integers", { a: map({ __type__: text("__vector__"), value: array(one) }) }],
    [
      "a vector with more than a vector has",
      { a: map({ __type__: text("__vector__"), value: array(), x: one }) },
    ],
    ["a map that claims another type", { a: map({ __type__: text("x") }) }],
    ["a reference to a collection", { a: reference("c") }],
    ["a reference to a reserved id", { a: reference("c/__x__") }],
    ["a latitude over 90", { a: { kind: "geoPoint", latitude: 90.1, longitude: 0 } }],
    ["a longitude that is no number", { a: { kind: "geoPoint", latitude: 0, longitude: Number.NaN } }],
    ["a timestamp after the year 9999", { a: { kind: "timestamp", seconds: 253_402_300_800, nanos: 0 } }],
    ["a timestamp before the year 1", { a: { kind: "timestamp", seconds: -62_135_596_801, nanos: 0 } }],
    ["negative nanoseconds", { a: { kind: "timestamp", seconds: 1, nanos: -1 } }],
  ] as [string, Record<string, Value>][])("refuse %s", (_, entries) => {
    expect(check(entries)).toThrow(refused);
  });

  it.each([
    ["an array in a map in an array", { a: array(map({ x: array() })) }],
    [
      "a reference to another database",
      { a: { kind: "reference", value: "projects/x/databases/y/documents/c/d" } },
    ],
    ["names with dots and underscores", { "a.b": one, __: one, ____: one, __a: one }],
    ["a vector of 2048 components", { a: vector(Array(2_048).fill(1)) }],
  ] as [string, Record<string, Value>][])("allow %s", (_, entries) => {
    expect(check(entries)).not.toThrow();
  });
});
