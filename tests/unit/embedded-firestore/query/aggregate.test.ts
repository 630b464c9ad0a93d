import { describe, expect, it } from "vitest";
import type { WireAggregation, WireQuery } from "@/embedded-firestore/protocol/messages";
import { code } from "@/embedded-firestore/protocol/status";
import { aggregate } from "@/embedded-firestore/query/aggregate";
import { toQuery } from "@/embedded-firestore/query/to-query";
import type { Value } from "@/embedded-firestore/values/value";
import { MemoryReader, root } from "./memory-reader";
import { or, orderBy, type Plain, queryOf, toFields, toValue, where } from "./wire";

const few = new MemoryReader({
  "c/a": toFields({ n: 1, m: { x: 2 } }),
  "c/b": toFields({ n: 2.5 }),
  "c/c": toFields({ n: "s" }),
  "c/d": toFields({ n: null }),
  "c/e": toFields({}),
});
const most = 2n ** 63n - 1n;
const least = -(2n ** 63n);
const count: WireAggregation = { alias: "count", count: {} };
const sum: WireAggregation = { alias: "sum", sum: { field: { fieldPath: "n" } } };
const avg: WireAggregation = { alias: "avg", avg: { field: { fieldPath: "n" } } };
const double = (value: number): Value => ({ kind: "double", value });

describe("count", () => {
  it("counts the result", () => {
    expect(run([count])).toEqual({ count: toValue(5) });
  });

  it("stops at its limit, its offset and what it may count up to", () => {
    expect(run([count], { limit: { value: 2 } })).toEqual({ count: toValue(2) });
    expect(run([count], { offset: 4 })).toEqual({ count: toValue(1) });
    expect(run([{ alias: "count", count: { upTo: { value: 2 } } }])).toEqual({ count: toValue(2) });
    expect(run([{ alias: "count", count: { upTo: { value: 0 } } }])).toEqual({ count: toValue(0) });
  });

  it("counts only documents with the summed field beside a sum", () => {
    expect(run([count, sum])).toEqual({ count: toValue(4), sum: double(3.5) });
  });

  it("counts each document of overlapping alternatives once", () => {
    expect(run([count], { where: where("n", "in", [1, 2.5, 1]) })).toEqual({ count: toValue(2) });
    const overlapping = or(where("n", "==", 1), where("n", "!=", 2.5));
    expect(run([count], { where: overlapping })).toEqual({ count: toValue(2) });
  });
});

describe("sum and average", () => {
  it("pass over what is no number", () => {
    expect(run([sum, avg])).toEqual({ sum: double(3.5), avg: double(1.75) });
  });

  it("take the first documents in the order of the summed field", () => {
    expect(run([sum], { limit: { value: 2 } })).toEqual({ sum: toValue(1) });
    expect(run([sum], { orderBy: orderBy("-n"), limit: { value: 2 } })).toEqual({ sum: double(2.5) });
  });

  it("of nothing are 0 and null", () => {
    expect(run([sum, avg], { from: [{ collectionId: "none" }] })).toEqual({
      sum: toValue(0),
      avg: toValue(null),
    });
  });

  it.each<[string, Plain[], Value, number]>([
    ["integers exactly", [2n ** 53n + 1n, 1n], { kind: "integer", value: 2n ** 53n + 2n }, 2 ** 52 + 1],
    ["integers past 64 bits as a double", [most, 1], double(2 ** 63), 2 ** 62],
    [
      "integers that leave 64 bits and come back exactly",
      [most, most, least],
      { kind: "integer", value: most - 1n },
      2 ** 63 / 3,
    ],
    ["integers and doubles as a double", [1, 0.5], double(1.5), 0.75],
    ["doubles that are whole as a double", [1.5, 1.5], double(3), 1.5],
    ["NaN to NaN", [Number.NaN, 1], double(Number.NaN), Number.NaN],
    ["opposite infinities to NaN", [Infinity, -Infinity], double(Number.NaN), Number.NaN],
  ])("add %s", (_, numbers, total, average) => {
    const documents = numbers.map((n, index) => [`c/${index}`, toFields({ n })] as const);
    const reader = new MemoryReader(Object.fromEntries(documents));
    expect(run([sum, avg], {}, reader)).toEqual({ sum: total, avg: double(average) });
  });
});

describe("a request", () => {
  it("names aggregations without alias by their place", () => {
    expect(Object.keys(run([{ count: {} }, { ...sum, alias: "" }]))).toEqual(["field_1", "field_2"]);
  });

  it.each<[string, WireAggregation[], WireQuery]>([
    ["no aggregation", [], {}],
    ["more than five", [1, 2, 3, 4, 5, 6].map((number) => ({ alias: `a${number}`, count: {} })), {}],
    ["the same alias twice", [count, count], {}],
    ["a reserved alias", [{ alias: "__x__", count: {} }], {}],
    ["an aggregation of no kind", [{ alias: "a" }], {}],
    ["a negative up to", [{ alias: "a", count: { upTo: { value: -1 } } }], {}],
    ["a sum of names", [{ alias: "a", sum: { field: { fieldPath: "__name__" } } }], {}],
    ["a sum of a field not selected", [sum], { select: { fields: [{ fieldPath: "m" }] } }],
    ["a sum ordered by name", [sum], { orderBy: orderBy("__name__") }],
  ])("is refused with %s", (_, aggregations, wire) => {
    expect(() => run(aggregations, wire)).toThrow(expect.objectContaining({ code: code.invalidArgument }));
  });
});

function run(aggregations: WireAggregation[], wire: WireQuery = {}, reader = few): Record<string, Value> {
  return Object.fromEntries(aggregate(reader, toQuery(root, queryOf(wire)), aggregations));
}
