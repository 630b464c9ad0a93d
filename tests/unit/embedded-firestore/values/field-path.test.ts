import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFieldPath, getField, parseFieldPath, withField } from "@/embedded-firestore/values/field-path";
import type { Fields, Value } from "@/embedded-firestore/values/value";
import { vector } from "./arbitrary-value";

const one: Value = { kind: "integer", value: 1n };
const map = (entries: [string, Value][]): Value => ({ kind: "map", fields: new Map(entries) });
const refused = expect.objectContaining({ code: 3 });

describe("field paths", () => {
  it.each([
    ["a", ["a"]],
    ["a.b_1.C", ["a", "b_1", "C"]],
    ["`a.b`.c", ["a.b", "c"]],
    ["`a\\`\\\\`", ["a`\\"]],
    ["`1`.`é`", ["1", "é"]],
    ["__name__", ["__name__"]],
    ["__a", ["__a"]],
  ])("reads %s", (text, path) => {
    expect(parseFieldPath(text)).toEqual(path);
    expect(formatFieldPath(path)).toBe(text);
  });

  it.each([
    "",
    ".",
    "a.",
    ".a",
    "a..b",
    "1a",
    "a-b",
    "é",
    "``",
    "`a",
    "`a`b",
    "a`b`",
    "`a\\q`",
    "__x__",
    "a.__x__",
  ])("refuses %j", (text) => {
    expect(() => parseFieldPath(text)).toThrow(refused);
  });

  it("refuses more than 1500 bytes", () => {
    expect(parseFieldPath("x".repeat(1_500))).toHaveLength(1);
    expect(() => parseFieldPath("x".repeat(1_501))).toThrow(refused);
    expect(() => parseFieldPath(`\`${"é".repeat(750)}\``)).toThrow(refused);
  });

  it("reads back what it writes, whatever the names", () => {
    const name = fc
      .string({ unit: "binary", minLength: 1, maxLength: 5 })
      .filter((text) => !/^__.+__$/s.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (path) => {
        expect(parseFieldPath(formatFieldPath(path))).toEqual(path);
      }),
    );
  });
});

describe("withField", () => {
  const before: Fields = new Map([
    [
      "a",
      map([
        ["x", one],
        ["y", one],
      ]),
    ],
    ["b", one],
    ["v", vector([1])],
  ]);

  it("sets a field inside maps and leaves the rest, and the original, as they were", () => {
    const after = withField(before, ["a", "x"], { kind: "null" });
    expect(getField(after, ["a", "x"])).toEqual({ kind: "null" });
    expect(getField(after, ["a", "y"])).toBe(one);
    expect(getField(before, ["a", "x"])).toBe(one);
  });

  it("makes maps of what is on the way", () => {
    expect(getField(withField(before, ["b", "c", "d"], one), ["b", "c", "d"])).toBe(one);
    expect(withField(before, ["v", "c"], one).get("v")).toEqual(map([["c", one]]));
  });

  it("removes a field, keeps the map it was in, and removes nothing from what is no map", () => {
    const after = withField(withField(before, ["a", "x"], undefined), ["a", "y"], undefined);
    expect(after.get("a")).toEqual(map([]));
    expect(withField(before, ["b", "c"], undefined)).toEqual(before);
    expect(withField(before, ["q", "c"], undefined)).toEqual(before);
    expect(withField(before, ["v", "value"], undefined)).toEqual(before);
  });

  it("finds fields that are called as JavaScript's own", () => {
    expect(getField(before, ["constructor"])).toBeUndefined();
    expect(getField(withField(before, ["__proto__", "x"], one), ["__proto__", "x"])).toBe(one);
  });
});
