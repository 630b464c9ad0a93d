import { describe, expect, it } from "vitest";
import type { WireQuery } from "@/embedded-firestore/protocol/messages";
import { matches } from "@/embedded-firestore/query/match";
import { runQuery } from "@/embedded-firestore/query/run-query";
import { sortKey } from "@/embedded-firestore/query/sort-key";
import { toQuery } from "@/embedded-firestore/query/to-query";
import { compareBytes } from "@/embedded-firestore/values/order";
import { MemoryReader, root } from "./memory-reader";
import { and, groupC, or, orderBy, queryOf, toFields, toValue, unary, where } from "./wire";

const reader = new MemoryReader({
  "c/a": toFields({ n: 1, s: "x", t: [1, 2, null], z: null }),
  "c/b": toFields({ n: 2, s: "y", t: [2, 3] }),
  "c/c": toFields({ n: Number.NaN, s: "x", t: [Number.NaN] }),
  "c/d": toFields({ n: null, s: "z" }),
  "c/e": toFields({ n: "str", s: "w" }),
  "c/f": toFields({ n: [1, 2], m: { k: 1, deep: { k: 2 } } }),
  "c/g": toFields({ n: { a: 1 } }),
  "c/h": toFields({ q: 1 }),
  "c/i": toFields({ n: 3.5, b: true }),
  "c/a/c/deep": toFields({ n: 1 }),
  "k/r": toFields({ n: 5 }),
  "k/r/c/x": toFields({ n: 9, s: "x" }),
});

type Case = [title: string, query: WireQuery, result: string];

const equalities: Case[] = [
  ["a number, whole or not", { where: where("n", "==", 1) }, "a"],
  ["a list", { where: where("n", "==", [1, 2]) }, "f"],
  ["a list with NaN in it", { where: where("t", "==", [Number.NaN]) }, "c"],
  ["a map", { where: where("n", "==", { a: 1 }) }, "g"],
  ["a field inside a map", { where: where("m.deep.k", "==", 2) }, "f"],
  ["null only as a test of its own", { where: unary("n", "isNull") }, "d"],
  ["NaN only as a test of its own", { where: unary("n", "isNan") }, "c"],
  ["null by comparison never", { where: where("n", "==", null) }, ""],
  ["NaN by comparison never", { where: where("n", "==", Number.NaN) }, ""],
  ["one of a list of values", { where: where("n", "in", [2, "str", null]) }, "b e"],
  ["two values of one field never", { where: and(where("n", "==", 1), where("n", "==", 2)) }, ""],
  ["a value and a range around it", { where: and(where("n", "==", 1), where("n", ">", 0)) }, "a"],
];

const exclusions: Case[] = [
  ["another value, without null and missing", { where: where("n", "!=", 1) }, "c b i e f g"],
  ["something but null", { where: unary("n", "isNotNull") }, "c a b i e f g"],
  ["something but NaN and null", { where: unary("n", "isNotNan") }, "a b i e f g"],
  ["anything when NaN is compared", { where: where("n", "!=", Number.NaN) }, "c a b i e f g"],
  ["nothing when null is compared", { where: where("n", "!=", null) }, ""],
  ["none of a list", { where: where("n", "not-in", [1, [1, 2]]) }, "c b i e g"],
  ["nothing when null is in the list", { where: where("n", "not-in", [1, null]) }, ""],
  ["the name left out", { where: where("__name__", "!=", "ref:c/a") }, "b c d e f g h i"],
];

const ranges: Case[] = [
  ["numbers above a number", { where: where("n", ">", 1) }, "b i"],
  ["numbers below a number, NaN not", { where: where("n", "<", 2) }, "a"],
  ["everything from minus infinity", { where: where("n", ">=", Number.NEGATIVE_INFINITY) }, "a b i"],
  ["texts from a text", { where: where("s", ">=", "y") }, "b d"],
  ["lists from the empty list", { where: where("n", ">=", []) }, "f"],
  ["maps up to a map", { where: where("n", "<=", { a: 1 }) }, "g"],
  ["truth values from false", { where: where("b", ">=", false) }, "i"],
  ["nothing between two types", { where: and(where("n", ">", 1), where("n", "<", "str")) }, ""],
  ["nothing around null", { where: where("n", ">=", null) }, ""],
  ["nothing around NaN", { where: where("n", "<=", Number.NaN) }, ""],
  ["two fields at once", { where: and(where("n", ">", 0), where("s", ">", "w")) }, "a b"],
  ["a range and an order by another", { where: where("n", ">", 0), orderBy: orderBy("-s") }, "b a"],
];

const arrays: Case[] = [
  ["an element", { where: where("t", "array-contains", 2) }, "a b"],
  ["null as an element never", { where: where("t", "array-contains", null) }, ""],
  ["any of some elements, each document once", { where: where("t", "array-contains-any", [3, 2, 1]) }, "a b"],
  ["an element, in an order", { where: where("t", "array-contains", 2), orderBy: orderBy("-n") }, "b a"],
  [
    "an element of the field ordered by",
    { where: where("t", "array-contains", 2), orderBy: orderBy("t") },
    "a b",
  ],
];

const combinations: Case[] = [
  ["either of two fields", { where: or(where("s", "==", "x"), where("n", "==", 2)) }, "a b c"],
  ["each document once", { where: or(where("s", "==", "x"), where("n", "==", 1)) }, "a c"],
  [
    "an order over both alternatives",
    { where: or(where("s", "==", "x"), where("n", ">", 1)), orderBy: orderBy("-n") },
    "i b a c",
  ],
  [
    "alternatives inside conditions",
    {
      where: and(
        or(where("s", "==", "x"), where("s", "==", "y")),
        or(where("n", "==", 1), where("n", "==", 2)),
      ),
    },
    "a b",
  ],
  [
    "values in the order of the field",
    { where: where("s", "in", ["x", "y", "z"]), orderBy: orderBy("-s", "n") },
    "d b c a",
  ],
  [
    "a fixed field in the middle of the order",
    { where: or(where("s", "==", "x"), where("n", "==", 2)), orderBy: orderBy("n", "s") },
    "c a b",
  ],
  ["only documents with the ordered field", { orderBy: orderBy("t") }, "c a b"],
  ["all types in their order", { orderBy: orderBy("n") }, "d c a b i e f g"],
  ["all types against it", { orderBy: orderBy("-n") }, "g f e i b a c d"],
  ["ties by name in the last direction", { where: where("s", "==", "x"), orderBy: orderBy("-s") }, "c a"],
];

const names: Case[] = [
  ["one name", { where: where("__name__", "==", "ref:c/b") }, "b"],
  ["some names", { where: where("__name__", "in", ["ref:c/zz", "ref:c/b", "ref:c/a", "ref:k/r"]) }, "a b"],
  [
    "names in another order",
    { where: where("__name__", "in", ["ref:c/a", "ref:c/b"]), orderBy: orderBy("-n") },
    "b a",
  ],
  ["names from one below a document", { where: where("__name__", ">", "ref:c/g/c/z") }, "h i"],
  ["names from another collection", { where: where("__name__", ">", "ref:k/a") }, ""],
  ["names backwards", { orderBy: orderBy("-__name__"), limit: { value: 3 } }, "i h g"],
  ["a name and a field", { where: and(where("__name__", ">", "ref:c/a"), where("s", "==", "x")) }, "c"],
  ["a name after a field", { where: and(where("__name__", ">", "ref:c/a"), where("n", ">", 0)) }, "b i"],
];

const at = (values: Parameters<typeof toValue>[0][], before: boolean) => ({
  values: values.map(toValue),
  before,
});
const cursors: Case[] = [
  ["at a value", { orderBy: orderBy("n"), startAt: at([2], true) }, "b i e f g"],
  ["after a value", { orderBy: orderBy("n"), startAt: at([2], false) }, "i e f g"],
  ["up to a value", { orderBy: orderBy("-n"), endAt: at([2], false) }, "g f e i b"],
  ["before a value", { orderBy: orderBy("-n"), endAt: at([2], true) }, "g f e i"],
  [
    "from a value that no document has",
    { orderBy: orderBy("n"), startAt: at([false], true) },
    "c a b i e f g",
  ],
  ["after a name", { orderBy: orderBy("s", "__name__"), startAt: at(["x", "ref:c/a"], false) }, "c b d"],
  [
    "after a name of another collection",
    { orderBy: orderBy("__name__"), startAt: at(["ref:k/r"], true) },
    "",
  ],
  [
    "with the end before the start",
    { orderBy: orderBy("n"), startAt: at([3], true), endAt: at([1], false) },
    "",
  ],
  [
    "past a fixed field",
    { where: where("s", "==", "x"), orderBy: orderBy("s", "n"), startAt: at(["x", 1], true) },
    "a",
  ],
  [
    "outside a fixed field",
    { where: where("s", "==", "x"), orderBy: orderBy("s"), startAt: at(["y"], true) },
    "",
  ],
  ["offset and limit", { orderBy: orderBy("n"), offset: 2, limit: { value: 2 } }, "a b"],
  ["limit 0", { limit: { value: 0 } }, ""],
];

const groups: Case[] = [
  ["all collections of the id", { from: groupC, where: where("n", "==", 1) }, "a a/c/deep"],
  [
    "in the order of a field",
    { from: groupC, orderBy: orderBy("-n"), limit: { value: 5 } },
    "g f e k/r/c/x i",
  ],
  ["in the order of whole names", { from: groupC, where: where("__name__", ">", "ref:c/h") }, "i k/r/c/x"],
];

describe.each([
  ["equality", equalities],
  ["exclusion", exclusions],
  ["range", ranges],
  ["array", arrays],
  ["combination", combinations],
  ["name", names],
  ["cursor", cursors],
  ["collection group", groups],
])("%s", (_, cases) => {
  it.each(cases)("finds %s", (_title, wire, result) => {
    expect(idsOf(wire)).toBe(result);
    expect(idsByMatching(wire)).toBe(result);
  });
});

describe("a parent", () => {
  it("has its own collections only", () => {
    expect(idsOf({}, "c/a")).toBe("a/c/deep");
  });

  it("bounds a collection group by name", () => {
    expect(idsOf({ from: groupC }, "k/r")).toBe("k/r/c/x");
  });
});

const idOf = (full: string) => full.slice(`${root}/`.length).replace(/^c\//, "");

function idsOf(wire: WireQuery, parent = ""): string {
  const query = toQuery(parent === "" ? root : `${root}/${parent}`, queryOf(wire));
  return [...runQuery(reader, query)].map(({ name }) => idOf(name.full)).join(" ");
}

/** The same by looking at every document, as a listener does. */
function idsByMatching(wire: WireQuery): string {
  const query = toQuery(root, queryOf(wire));
  const found = reader.all().filter(({ name, fields }) => matches(query, name, fields()));
  const keyed = found.map(({ name, fields }) => ({ name, key: sortKey(query, name, fields()) }));
  const sorted = keyed.sort((a, b) => compareBytes(a.key, b.key));
  const end = query.limit === null ? undefined : query.offset + query.limit;
  return sorted
    .slice(query.offset, end)
    .map(({ name }) => idOf(name.full))
    .join(" ");
}
