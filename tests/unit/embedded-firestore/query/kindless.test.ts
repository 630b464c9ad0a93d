import { describe, expect, it } from "vitest";
import type { WireQuery } from "@/embedded-firestore/protocol/messages";
import { partition } from "@/embedded-firestore/query/partition";
import { projectedFieldBytes } from "@/embedded-firestore/query/project";
import { runQuery } from "@/embedded-firestore/query/run-query";
import { toQuery } from "@/embedded-firestore/query/to-query";
import { decodeFields } from "@/embedded-firestore/values/codec";
import { MemoryReader, root } from "./memory-reader";
import { and, groupC, orderBy, queryOf, toFields, toValue, where } from "./wire";

const paths = ["a/1", "c/1", "c/1/c/1", "c/1/d/1", "c/2", "c/missing/c/x/c/y", "c-/1", "d/1", "d/1/c/1"];
const reader = new MemoryReader(Object.fromEntries(paths.map((path) => [path, toFields({ path })])));
const below = [{ allDescendants: true }];

describe("a query without a collection id", () => {
  it("finds all documents in the order of their names", () => {
    const inOrder = [
      "a/1",
      "c/1",
      "c/1/c/1",
      "c/1/d/1",
      "c/2",
      "c/missing/c/x/c/y",
      "c-/1",
      "d/1",
      "d/1/c/1",
    ];
    expect(pathsOf({ from: below })).toEqual(inOrder);
  });

  it("finds what is below a document", () => {
    expect(pathsOf({ from: below }, "c/1")).toEqual(["c/1/c/1", "c/1/d/1"]);
  });

  it("finds the documents of the collections at the parent when it does not go deeper", () => {
    expect(pathsOf({ from: [{}] })).toEqual(["a/1", "c/1", "c/2", "c-/1", "d/1"]);
  });

  it("reads a collection with all below it, in portions, as a recursive delete does", () => {
    const lowest = "__id-9223372036854775808__";
    const wire: WireQuery = {
      from: below,
      select: { fields: [{ fieldPath: "__name__" }] },
      where: and(where("__name__", ">=", `ref:c/${lowest}`), where("__name__", "<", `ref:c\0/${lowest}`)),
      limit: { value: 2 },
    };
    expect(pathsOf(wire)).toEqual(["c/1", "c/1/c/1"]);
    const next = (path: string): WireQuery => ({
      ...wire,
      orderBy: orderBy("__name__"),
      startAt: { values: [toValue(`ref:${path}`)], before: false },
    });
    expect(pathsOf(next("c/1/c/1"))).toEqual(["c/1/d/1", "c/2"]);
    expect(pathsOf(next("c/2"))).toEqual(["c/missing/c/x/c/y"]);
    expect(pathsOf(next("c/missing/c/x/c/y"))).toEqual([]);
  });
});

describe("a projection", () => {
  const one = new MemoryReader({ "c/a": toFields({ a: 1, m: { x: 2, y: { z: 3 } }, s: "text" }) });

  it.each<[string, string[], Parameters<typeof toFields>[0]]>([
    ["one field", ["a"], { a: 1 }],
    ["the name alone", ["__name__"], {}],
    ["nothing", [], {}],
    ["a name among fields", ["__name__", "s"], { s: "text" }],
    ["a field inside a map", ["m.y.z"], { m: { y: { z: 3 } } }],
    ["a map and a field of it", ["m", "m.x"], { m: { x: 2, y: { z: 3 } } }],
    ["what is not there", ["m.none", "s.none", "none"], {}],
  ])("returns %s", (_, fieldPaths, expected) => {
    const select = { fields: fieldPaths.map((fieldPath) => ({ fieldPath })) };
    const query = toQuery(root, queryOf({ select }));
    const [document] = [...runQuery(one, query)];
    expect(document && decodeFields(projectedFieldBytes(query, document))).toEqual(toFields(expected));
  });

  it("returns the stored bytes when there is none", () => {
    const query = toQuery(root, queryOf({}));
    const [document] = [...runQuery(one, query)];
    expect(document && projectedFieldBytes(query, document)).toBe(document?.fieldBytes);
  });
});

describe("a partition", () => {
  const many = new MemoryReader(
    Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`p/${index % 3}/c/${index}`, toFields({ index })]),
    ),
  );
  const group = toQuery(root, queryOf({ from: groupC, orderBy: orderBy("__name__") }));

  it.each([1, 3, 7, 49, 200])("into %i cuts reaches every document once, in parts of alike size", (count) => {
    const cuts = partition(many, group, count);
    expect(cuts.length).toBeLessThanOrEqual(count);
    const parts = [...cuts, undefined].map((end, index) => {
      const start = cuts[index - 1];
      const wire = queryOf({
        from: groupC,
        orderBy: orderBy("__name__"),
        ...(start && { startAt: { values: start, before: true } }),
        ...(end && { endAt: { values: end, before: true } }),
      });
      return [...runQuery(many, toQuery(root, wire))].map(({ name }) => name.full);
    });
    expect(parts.flat()).toEqual([...runQuery(many, group)].map(({ name }) => name.full));
    const sizes = parts.map((part) => part.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it("of a filtered query is refused", () => {
    const filtered = toQuery(root, queryOf({ from: groupC, where: where("index", "==", 1) }));
    expect(() => partition(many, filtered, 2)).toThrow(/partitioned/);
  });
});

function pathsOf(wire: WireQuery, parent = ""): string[] {
  const query = toQuery(parent === "" ? root : `${root}/${parent}`, queryOf(wire));
  return [...runQuery(reader, query)].map(({ name }) => name.full.slice(`${root}/`.length));
}
