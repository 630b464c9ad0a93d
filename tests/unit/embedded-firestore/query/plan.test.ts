import { describe, expect, it } from "vitest";
import type { WireQuery } from "@/embedded-firestore/protocol/messages";
import { aggregate } from "@/embedded-firestore/query/aggregate";
import { shapesOf } from "@/embedded-firestore/query/match-shapes";
import { runQuery } from "@/embedded-firestore/query/run-query";
import { toQuery } from "@/embedded-firestore/query/to-query";
import { MemoryReader, root } from "./memory-reader";
import { and, orderBy, queryOf, toFields, toValue, unary, where } from "./wire";

const total = 3_000;
const documents = Array.from({ length: total }, (_, n) => {
  const fields = { n, third: n % 3, hundredth: n % 100, list: [n % 3, n % 7] };
  return [`c/${String(n).padStart(5, "0")}`, toFields(fields)] as const;
});

describe("reads no more than it needs", () => {
  it.each<[string, WireQuery, number, number]>([
    [
      "an equality, an order and a limit",
      { where: where("third", "==", 1), orderBy: orderBy("-n"), limit: { value: 20 } },
      20,
      20,
    ],
    ["names and a limit", { limit: { value: 20 } }, 20, 20],
    [
      "a cursor far into an order",
      { orderBy: orderBy("n"), startAt: { values: [toValue(2_900)] }, limit: { value: 20 } },
      20,
      20,
    ],
    ["an offset", { orderBy: orderBy("n"), offset: 100, limit: { value: 20 } }, 120, 20],
    [
      "30 values and a limit",
      {
        where: where(
          "hundredth",
          "in",
          documents.slice(0, 30).map((_, n) => n),
        ),
        orderBy: orderBy("n"),
        limit: { value: 20 },
      },
      50,
      20,
    ],
    [
      "any of some elements and a limit",
      { where: where("list", "array-contains-any", [1, 2]), limit: { value: 20 } },
      40,
      20,
    ],
    [
      "two ranges: the range of the first",
      { where: and(where("n", ">=", 2_900), where("third", ">", 1)) },
      100,
      100,
    ],
    [
      "an exclusion: all but the excluded",
      { where: where("third", "!=", 1), limit: { value: 1_500 } },
      1_500,
      1_500,
    ],
    ["a name: that document", { where: where("__name__", "==", "ref:c/00007") }, 0, 0],
  ])("for %s", (_, wire, rows, read) => {
    const reader = new MemoryReader(Object.fromEntries(documents));
    expect([...runQuery(reader, toQuery(root, queryOf(wire)))].length).toBeGreaterThan(0);
    expect(reader.rowsRead).toBeLessThanOrEqual(rows);
    expect(reader.documentsRead).toBeLessThanOrEqual(read);
  });
});

describe("counts without reading documents", () => {
  it.each<[string, WireQuery, number]>([
    ["a collection", {}, 3_000],
    ["an equality", { where: where("third", "==", 1) }, 1_000],
    ["a range with a limit", { where: where("n", ">", 10), limit: { value: 40 } }, 40],
    ["a list of values", { where: where("third", "in", [1, 2]) }, 2_000],
    ["any of some elements", { where: where("list", "array-contains-any", [1, 2]) }, 2_286],
    ["what is not null", { where: unary("third", "isNotNull") }, 3_000],
  ])("of %s", (_, wire, expected) => {
    const reader = new MemoryReader(Object.fromEntries(documents));
    const result = aggregate(reader, toQuery(root, queryOf(wire)), [{ alias: "count", count: {} }]);
    expect(result.get("count")).toEqual(toValue(expected));
    expect(reader.documentsRead).toBe(0);
  });
});

describe("shares indexes", () => {
  it.each<[string, WireQuery, WireQuery]>([
    [
      "an order and its reverse",
      { where: where("a", "==", 1), orderBy: orderBy("b") },
      { where: where("a", "==", 1), orderBy: orderBy("-b") },
    ],
    [
      "two equalities and an equality with an order",
      { where: and(where("b", "==", 1), where("a", "==", 1)) },
      { where: where("a", "==", 1), orderBy: orderBy("-b") },
    ],
    ["an equality and a range", { where: where("a", "==", 1) }, { where: where("a", ">", 1) }],
    [
      "equalities in any order",
      { where: and(where("a", "==", 1), where("b", "==", 1)) },
      { where: and(where("b", "==", 1), where("a", "==", 1)) },
    ],
    [
      "a value and a list of values",
      { where: where("a", "==", 1), orderBy: orderBy("b") },
      { where: where("a", "in", [1, 2]), orderBy: orderBy("b") },
    ],
  ])("between %s", (_, one, other) => {
    const [left, right] = [one, other].map((wire) => shapesOf(toQuery(root, queryOf(wire))));
    expect(left).toHaveLength(1);
    expect(left).toEqual(right);
  });

  it("needs none for a collection in the order of its names", () => {
    expect(shapesOf(toQuery(root, queryOf({ where: where("__name__", ">", "ref:c/a") })))).toEqual([]);
  });
});
