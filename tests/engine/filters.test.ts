import { type CollectionReference, FieldPath, Filter, Timestamp } from "firebase-admin/firestore";
import { beforeAll, describe, expect, it } from "vitest";
import { fill, ids } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();
const { where, or, and } = Filter;
const byId = FieldPath.documentId();
let tickets: CollectionReference;

beforeAll(async () => {
  tickets = await fill(world.collection(), {
    a: { state: "open", n: 1, tags: ["x", "y"], map: { k: 1 } },
    b: { state: "open", n: 2, tags: ["y"] },
    c: { state: "closed", n: 3, tags: [] },
    d: { state: null, n: 4.5 },
    e: { n: "text" },
    f: { state: "pending", n: 2, tags: ["z", "x"], map: { k: 1, more: true } },
    g: { n: Number.NaN },
  });
});
const found = async (filter: Filter) => ids(await tickets.where(filter).get());

describe("an equality", () => {
  it.each([
    ["a string", where("state", "==", "open"), "a b"],
    ["a number", where("n", "==", 2), "b f"],
    ["null", where("state", "==", null), "d"],
    ["NaN", where("n", "==", Number.NaN), "g"],
    ["a map, whole", where("map", "==", { k: 1 }), "a"],
    ["an array, whole", where("tags", "==", ["y"]), "b"],
    ["an empty array", where("tags", "==", []), "c"],
    ["a field of a map", where("map.k", "==", 1), "a f"],
    ["an id", where(byId, "==", "b"), "b"],
    ["several fields", and(where("state", "==", "open"), where("n", "==", 2)), "b"],
    ["nothing there", where("nothing", "==", 1), ""],
  ])("finds %s", async (_what, filter, expected) => {
    expect((await found(filter)).join(" ")).toBe(expected);
  });
});

describe("an inequality", () => {
  it.each([
    ["numbers only, integers and doubles together", where("n", ">=", 2), "b f c d"],
    ["both bounds", and(where("n", ">", 1), where("n", "<", 4)), "b f c"],
    ["strings only", where("n", ">", ""), "e"],
    ["two fields", and(where("n", ">", 1), where("state", ">", "open")), "f"],
    ["!= without null and missing", where("state", "!=", "open"), "c f"],
    ["!= null without missing", where("state", "!=", null), "c a b f"],
    ["!= NaN", where("n", "!=", Number.NaN), "a b f c d e"],
    ["!= of another kind", where("n", "!=", "text"), "g a b f c d"],
    ["ids", where(byId, ">", "d"), "e f g"],
    ["ids beside an equality", and(where("n", "==", 2), where(byId, ">", "b")), "f"],
  ])("finds %s", async (_what, filter, expected) => {
    expect((await found(filter)).join(" ")).toBe(expected);
  });

  it("runs over prefixes of strings", async () => {
    const names = await fill(world.collection(), { a: { s: "ana" }, b: { s: "anb" }, c: { s: "bob" } });
    expect(ids(await names.where("s", ">=", "an").where("s", "<", "an\uf8ff").get())).toEqual(["a", "b"]);
  });

  it("runs over times, to the microsecond", async () => {
    const at = (micros: number) => new Timestamp(1, micros * 1000);
    const times = await fill(world.collection(), { a: { t: at(1) }, b: { t: at(2) }, c: { t: at(3) } });
    expect(ids(await times.where("t", ">", at(1)).orderBy("t", "desc").get())).toEqual(["c", "b"]);
    expect(ids(await times.where("t", "<=", at(2)).get())).toEqual(["a", "b"]);
    expect(ids(await times.where("t", ">", new Date(1000)).get())).toEqual(["a", "b", "c"]);
  });
});

describe("a choice of values", () => {
  it.each([
    ["in", where("state", "in", ["open", "pending"]), "a b f"],
    ["in with kinds mixed", where("n", "in", [2, "text", 4.5]), "b d e f"],
    ["in with one value twice", where("n", "in", [2, 2, 2.0]), "b f"],
    ["in over ids", where(byId, "in", ["a", "missing", "c"]), "a c"],
    ["not-in, without null and missing", where("state", "not-in", ["open"]), "c f"],
    ["not-in of several", where("n", "not-in", [1, 2, "text"]), "g c d"],
    ["not-in with null finds nothing", where("state", "not-in", ["open", null]), ""],
    ["array-contains", where("tags", "array-contains", "x"), "a f"],
    ["array-contains-any", where("tags", "array-contains-any", ["y", "z"]), "a b f"],
    [
      "array-contains with equality",
      and(where("tags", "array-contains", "y"), where("state", "==", "open")),
      "a b",
    ],
    ["array-contains with a range", and(where("tags", "array-contains", "x"), where("n", ">", 1)), "f"],
  ])("%s", async (_what, filter, expected) => {
    expect((await found(filter)).join(" ")).toBe(expected);
  });
});

describe("or and and", () => {
  it.each([
    [
      "or of an equality and a conjunction",
      or(where("state", "==", "closed"), and(where("state", "==", "open"), where("n", "==", 2))),
      "b c",
    ],
    [
      "or beside an equality",
      and(where("n", "==", 2), or(where("state", "==", "open"), where("tags", "array-contains", "z"))),
      "b f",
    ],
    ["or of what overlaps, each once", or(where("n", "==", 2), where("state", "==", "open")), "a b f"],
    ["or with in", or(where("state", "in", ["open", "closed"]), where("n", "==", 4.5)), "a b c d"],
    ["or of ranges on one field", or(where("n", ">", 3), where("n", "<", 2)), "a d"],
    [
      "or inside and inside or",
      or(
        where("n", "==", 1),
        and(where("n", ">", 1), or(where("map.k", "==", 1), where("state", "==", null))),
      ),
      "a f d",
    ],
  ])("finds %s", async (_what, filter, expected) => {
    expect((await found(filter)).join(" ")).toBe(expected);
  });

  it("keeps the order asked for over all parts", async () => {
    const query = tickets.where(or(where("state", "==", "open"), where("state", "==", "closed")));
    expect(ids(await query.orderBy("n", "desc").get())).toEqual(["c", "b", "a"]);
    expect(ids(await query.orderBy("n", "desc").limit(2).get())).toEqual(["c", "b"]);
    expect(ids(await query.orderBy("n", "desc").offset(1).limit(1).get())).toEqual(["b"]);
  });
});
