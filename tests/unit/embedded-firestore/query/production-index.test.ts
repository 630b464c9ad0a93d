import { describe, expect, it } from "vitest";
import type { WireAggregation, WireQuery } from "@/embedded-firestore/protocol/messages";
import { productionIndexes } from "@/embedded-firestore/query/production-index";
import { aggregatedQuery, toAggregations } from "@/embedded-firestore/query/to-aggregations";
import { toQuery } from "@/embedded-firestore/query/to-query";
import { root } from "./memory-reader";
import { and, groupC, or, orderBy, queryOf, unary, where } from "./wire";

/** Expected are the reports of the official emulator's `indexUsage`, `+` ascending, `-` descending, `@` array-contains. */
const reported: [string, WireQuery, string[]][] = [
  ["everything", {}, []],
  ["one equality", { where: where("a", "==", 1) }, []],
  ["one range", { where: where("a", ">", 1) }, []],
  ["one exclusion", { where: where("a", "!=", 1) }, []],
  ["one list of exclusions", { where: where("a", "not-in", [1]) }, []],
  ["one list", { where: where("a", "in", [1, 2]) }, []],
  ["one order backwards", { orderBy: orderBy("-a") }, []],
  ["one order with the name alike", { orderBy: orderBy("-a", "-__name__") }, []],
  ["one order with the name the other way", { orderBy: orderBy("-a", "__name__") }, ["c: -a +__name__"]],
  ["one element", { where: where("t", "array-contains", 1) }, []],
  ["any of some elements", { where: where("t", "array-contains-any", [1, 2]) }, []],
  ["an equality and an order", { where: where("a", "==", 1), orderBy: orderBy("b") }, ["c: +a +b +__name__"]],
  [
    "an equality and an order backwards",
    { where: where("a", "==", 1), orderBy: orderBy("-b") },
    ["c: +a -b -__name__"],
  ],
  [
    "two equalities and an order",
    { where: and(where("b", "==", 1), where("a", "==", 1)), orderBy: orderBy("-c") },
    ["c: +a +b -c -__name__"],
  ],
  [
    "an equality and names backwards",
    { where: where("a", "==", 1), orderBy: orderBy("-__name__") },
    ["c: +a -__name__"],
  ],
  ["an equality in the order of names", { where: where("a", "==", 1), orderBy: orderBy("__name__") }, []],
  ["two orders", { orderBy: orderBy("a", "-b") }, ["c: +a -b -__name__"]],
  ["two ranges", { where: and(where("b", ">", 1), where("a", ">", 1)) }, ["c: +a +b +__name__"]],
  ["a range in another order", { where: where("a", ">", 1), orderBy: orderBy("-b") }, ["c: -b -a -__name__"]],
  [
    "an equality and a range",
    { where: and(where("a", "==", 1), where("b", ">", 0)) },
    ["c: +a +b +__name__"],
  ],
  [
    "an equality and a range backwards",
    { where: and(where("a", "==", 1), where("b", ">", 0)), orderBy: orderBy("-b") },
    ["c: +a -b -__name__"],
  ],
  ["an equality and a range of one field", { where: and(where("a", "==", 1), where("a", ">", 0)) }, []],
  ["a list and an order", { where: where("a", "in", [1, 2]), orderBy: orderBy("b") }, ["c: +a +b +__name__"]],
  [
    "an element and an order",
    { where: where("t", "array-contains", 1), orderBy: orderBy("a") },
    ["c: @t +a +__name__"],
  ],
  [
    "an element, an equality and an order",
    { where: and(where("c", "array-contains", 1), where("z", "==", 1)), orderBy: orderBy("y") },
    ["c: @c +z +y +__name__"],
  ],
  [
    "an element in the order of its field",
    { where: where("t", "array-contains", 1), orderBy: orderBy("t") },
    ["c: @t +t +__name__"],
  ],
  ["two alternatives", { where: or(where("a", "==", 1), where("b", "==", 1)) }, []],
  [
    "two alternatives in an order",
    { where: or(where("a", "==", 1), where("b", "==", 1)), orderBy: orderBy("c") },
    ["c: +a +c +__name__", "c: +b +c +__name__"],
  ],
  [
    "an alternative that is a range",
    { where: or(where("a", "==", 1), where("b", ">", 1)) },
    ["c: +a +b +__name__"],
  ],
  [
    "alternatives under an equality",
    { where: and(where("c", "==", 1), or(where("a", "==", 1), where("b", "==", 1))), orderBy: orderBy("d") },
    ["c: +a +c +d +__name__", "c: +b +c +d +__name__"],
  ],
  ["a range of names", { where: where("__name__", ">", "ref:c/a") }, []],
  [
    "a range of names and an equality",
    { where: and(where("__name__", ">", "ref:c/a"), where("a", "==", 1)) },
    [],
  ],
  [
    "a range of names and of a field",
    { where: and(where("__name__", ">", "ref:c/a"), where("a", ">", 1)) },
    [],
  ],
  [
    "some names in an order",
    { where: where("__name__", "in", ["ref:c/a", "ref:c/b"]), orderBy: orderBy("a") },
    [],
  ],
  ["null and an order", { where: unary("a", "isNull"), orderBy: orderBy("b") }, ["c: +a +b +__name__"]],
  [
    "not null and an order",
    { where: unary("a", "isNotNull"), orderBy: orderBy("b") },
    ["c: +b +a +__name__"],
  ],
  [
    "a field that needs quotes",
    { where: where("`a-b`.c", "==", 1), orderBy: orderBy("a") },
    ["c: +`a-b`.c +a +__name__"],
  ],
  ["a group", { from: groupC }, []],
  ["a group by name", { from: groupC, where: where("__name__", ">", "ref:c/a") }, []],
  ["a group and an equality", { from: groupC, where: where("a", "==", 1) }, ["c*: +a +__name__"]],
  ["a group and an order backwards", { from: groupC, orderBy: orderBy("-a") }, ["c*: -a -__name__"]],
  ["a group and an element", { from: groupC, where: where("t", "array-contains", 1) }, ["c*: @t +__name__"]],
  [
    "a group and alternatives",
    { from: groupC, where: or(where("a", "==", 1), where("b", "==", 1)) },
    ["c*: +a +__name__", "c*: +b +__name__"],
  ],
  [
    "a group, an equality and an order",
    { from: groupC, where: where("a", "==", 1), orderBy: orderBy("b") },
    ["c*: +a +b +__name__"],
  ],
  ["all below a document", { from: [{ allDescendants: true }] }, []],
];

it.each(reported)("needs for %s what the emulator reports", (_, wire, expected) => {
  expect(needed(wire)).toEqual(expected);
});

/** Where the emulator reports an index that Google's Firestore does without: it merges those of single fields. */
const merged: [string, WireQuery, string[]][] = [
  ["two equalities", { where: and(where("a", "==", 1), where("b", "==", 1)) }, []],
  ["a list and an equality", { where: and(where("a", "in", [1, 2]), where("b", "==", 1)) }, []],
  ["an element and an equality", { where: and(where("t", "array-contains", 1), where("a", "==", 1)) }, []],
  [
    "two equalities of a group",
    { from: groupC, where: and(where("a", "==", 1), where("b", "==", 1)) },
    ["c*: +a +__name__", "c*: +b +__name__"],
  ],
  ["a list in the order of its field", { where: where("a", "in", [1, 2]), orderBy: orderBy("a") }, []],
  [
    "an equality in the order of its field and another",
    { where: where("a", "==", 1), orderBy: orderBy("a", "b") },
    ["c: +a +b +__name__"],
  ],
];

it.each(merged)("needs for %s what production needs", (_, wire, expected) => {
  expect(needed(wire)).toEqual(expected);
});

describe("an aggregation", () => {
  const sumZ: WireAggregation = { alias: "s", sum: { field: { fieldPath: "z" } } };
  const avgY: WireAggregation = { alias: "a", avg: { field: { fieldPath: "y" } } };

  it.each<[string, WireQuery, WireAggregation[], string[]]>([
    ["a sum", {}, [sumZ], []],
    ["a count of an equality", { where: where("a", "==", 1) }, [{ alias: "c", count: {} }], []],
    ["a sum of an equality", { where: where("a", "==", 1) }, [sumZ], ["c: +a +z +__name__"]],
    ["a sum of a range", { where: where("a", ">", 1) }, [sumZ], ["c: +a +z +__name__"]],
    ["a sum of a range of its field", { where: where("z", ">", 1) }, [sumZ], []],
    ["a sum and an average", {}, [sumZ, avgY], ["c: +y +z +__name__"]],
    ["a sum in an order backwards", { orderBy: orderBy("-a") }, [sumZ], ["c: -a -z -__name__"]],
    ["a sum of a group", { from: groupC }, [sumZ], ["c*: +z +__name__"]],
  ])("needs for %s what the emulator reports", (_, wire, aggregations, expected) => {
    expect(needed(wire, aggregations)).toEqual(expected);
  });
});

function needed(wire: WireQuery, aggregations: WireAggregation[] = []): string[] {
  const query = toQuery(root, queryOf(wire));
  const asked = aggregations.length > 0 ? aggregatedQuery(query, toAggregations(query, aggregations)) : query;
  const signs = { asc: "+", desc: "-", contains: "@" };
  const texts = productionIndexes(asked).map(({ group, scope, parts }) => {
    const fields = parts.map(({ path, mode }) => `${signs[mode]}${path}`).join(" ");
    return `${group}${scope === "group" ? "*" : ""}: ${fields}`;
  });
  return texts.sort();
}
