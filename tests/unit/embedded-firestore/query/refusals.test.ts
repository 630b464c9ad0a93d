import { expect, it } from "vitest";
import type { WireQuery } from "@/embedded-firestore/protocol/messages";
import { code } from "@/embedded-firestore/protocol/status";
import { toQuery } from "@/embedded-firestore/query/to-query";
import { root } from "./memory-reader";
import { and, groupC, or, orderBy, queryOf, toValue, unary, where } from "./wire";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const values = (count: number) => ({ values: numbers(count).map(toValue), before: true });

/** What the official emulator refuses, each with INVALID_ARGUMENT. */
const refused: [string, WireQuery][] = [
  ["an empty in", { where: where("n", "in", []) }],
  ["an in without a list", { where: where("n", "in", 1) }],
  ["an in with 31 values", { where: where("n", "in", numbers(31)) }],
  ["an array-contains-any with 31 values", { where: where("t", "array-contains-any", numbers(31)) }],
  ["a not-in with 11 values", { where: where("n", "not-in", numbers(11)) }],
  ["31 alternatives", { where: or(...numbers(31).map((value) => where("n", "==", value))) }],
  [
    "36 alternatives of two lists",
    { where: and(where("n", "in", numbers(6)), where("m", "in", numbers(6))) },
  ],
  [
    "two array-contains together",
    { where: and(where("t", "array-contains", 1), where("u", "array-contains", 2)) },
  ],
  [
    "array-contains with array-contains-any",
    { where: and(where("t", "array-contains", 1), where("t", "array-contains-any", [2])) },
  ],
  ["not-in with !=", { where: and(where("n", "not-in", [1]), where("m", "!=", 1)) }],
  ["two !=", { where: and(where("n", "!=", 1), where("n", "!=", 2)) }],
  ["not null with !=", { where: and(unary("n", "isNotNull"), where("m", "!=", 1)) }],
  ["not-in with in", { where: and(where("n", "not-in", [1]), where("m", "in", [1])) }],
  ["not-in inside an or", { where: or(where("n", "not-in", [1]), where("m", "==", 1)) }],
  ["an or of nothing", { where: or() }],
  ["101 filters", { where: and(...numbers(101).map((index) => where(`f${index}`, "==", 1))) }],
  ["inequalities on 11 fields", { where: and(...numbers(11).map((index) => where(`f${index}`, ">", 1))) }],
  [
    "a filter without an operator",
    { where: { fieldFilter: { field: { fieldPath: "n" }, value: toValue(1) } } },
  ],
  ["a filter without a value", { where: { fieldFilter: { field: { fieldPath: "n" }, op: 5 } } }],
  ["a filter of no kind", { where: {} }],
  ["a name that is no reference", { where: where("__name__", "==", "c/a") }],
  ["a name of a collection", { where: where("__name__", "==", "ref:c") }],
  ["a name compared with null", { where: unary("__name__", "isNull") }],
  ["a name that contains", { where: where("__name__", "array-contains", "ref:c/a") }],
  [
    "a name of another database",
    {
      where: {
        fieldFilter: {
          field: { fieldPath: "__name__" },
          op: 5,
          value: { kind: "reference", value: "projects/x/databases/y/documents/c/a" },
        },
      },
    },
  ],
  [
    "one name with a range of another field",
    { where: and(where("__name__", "==", "ref:c/a"), where("n", ">", 1)) },
  ],
  ["an empty field path", { where: where("", "==", 1) }],
  ["a malformed field path", { where: where("a..b", "==", 1) }],
  ["a reserved field path", { where: where("m.__x__", "==", 1) }],
  ["the same order twice", { orderBy: orderBy("n", "-n") }],
  ["an order after the name", { orderBy: orderBy("__name__", "n") }],
  [
    "an order by name alone with a range of a field",
    { where: where("n", ">", 1), orderBy: orderBy("__name__") },
  ],
  ["a cursor longer than the orders", { orderBy: orderBy("n"), startAt: values(2) }],
  ["a cursor without orders", { startAt: values(1) }],
  ["a cursor at a name that is no reference", { orderBy: orderBy("__name__"), endAt: values(1) }],
  ["a negative limit", { limit: { value: -1 } }],
  ["a negative offset", { offset: -1 }],
  ["two sources", { from: [{ collectionId: "c" }, { collectionId: "k" }] }],
  ["a collection id with a slash", { from: [{ collectionId: "c/d" }] }],
  ["a reserved collection id", { from: [{ collectionId: "__c__" }] }],
  [
    "a field filter without a collection id",
    { from: [{ allDescendants: true }], where: where("n", "==", 1) },
  ],
  ["a field order without a collection id", { from: [{ allDescendants: true }], orderBy: orderBy("n") }],
];

it.each(refused)("refuses %s", (_, wire) => {
  expect(() => toQuery(root, queryOf(wire))).toThrow(expect.objectContaining({ code: code.invalidArgument }));
});

/** What looks alike and is fine. */
const accepted: [string, WireQuery][] = [
  ["an in with 30 values", { where: where("n", "in", numbers(30)) }],
  [
    "equal values of a list as one",
    { where: and(where("n", "in", Array(20).fill(1)), where("m", "in", [1, 2])) },
  ],
  ["the same list twice", { where: and(where("n", "in", numbers(8)), where("n", "in", numbers(8))) }],
  [
    "30 alternatives of two lists",
    { where: and(where("n", "in", numbers(5)), where("m", "in", numbers(6))) },
  ],
  [
    "array-contains in each alternative",
    { where: or(where("t", "array-contains", 1), where("u", "array-contains", 2)) },
  ],
  ["not-in with array-contains", { where: and(where("n", "not-in", [1]), where("t", "array-contains", 1)) }],
  ["!= with in", { where: and(where("n", "!=", 1), where("m", "in", [1, 2])) }],
  ["an and of nothing", { where: and() }],
  ["a range and an order by another field", { where: where("n", ">", 1), orderBy: orderBy("m") }],
  ["a cursor shorter than the orders", { orderBy: orderBy("n", "m"), startAt: values(1) }],
  ["an order by name backwards", { orderBy: orderBy("-__name__") }],
];

it.each(accepted)("takes %s", (_, wire) => {
  expect(() => toQuery(root, queryOf(wire))).not.toThrow();
});

it("refuses a collection group with fields below a document", () => {
  const wire = queryOf({ from: groupC, where: where("n", "==", 1) });
  expect(() => toQuery(`${root}/k/r`, wire)).toThrow(expect.objectContaining({ code: code.invalidArgument }));
});

it("refuses a collection as parent", () => {
  expect(() => toQuery(`${root}/c`, queryOf({}))).toThrow(
    expect.objectContaining({ code: code.invalidArgument }),
  );
});

it("names no value in a refusal", () => {
  const wire = queryOf({ where: where("n", "in", "secret") });
  expect(() => toQuery(root, wire)).not.toThrow(/secret/);
});
