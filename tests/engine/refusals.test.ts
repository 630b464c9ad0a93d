import { type DocumentData, FieldPath, Filter, type Query } from "firebase-admin/firestore";
import { describe, expect, it } from "vitest";
import { code } from "@/embedded-firestore/protocol/status";
import { refusal, upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();
const { where, or } = Filter;

describe("a query", () => {
  it("may ask for 30 values and not for 31", async () => {
    const things = world.collection();
    await things.where("n", "in", upTo(30)).get();
    expect(await refusal(things.where("n", "in", upTo(31)).get())).toBe(code.invalidArgument);
    expect(await refusal(things.where("tags", "array-contains-any", upTo(31)).get())).toBe(
      code.invalidArgument,
    );
    expect(await refusal(things.where("n", "not-in", upTo(11)).get())).toBe(code.invalidArgument);
  });

  it.each<[string, (query: Query<DocumentData>) => Query<DocumentData>]>([
    ["or of more than 30", (query) => query.where(or(...upTo(31).map((n) => where("n", "==", n))))],
    [
      "choices whose product is over 30",
      (query) => query.where("n", "in", upTo(6)).where("m", "in", upTo(6)),
    ],
    ["two array-contains", (query) => query.where("a", "array-contains", 1).where("b", "array-contains", 2)],
    ["two not-equals", (query) => query.where("a", "!=", 1).where("b", "not-in", [2])],
    [
      "not-in beside or",
      (query) => query.where("a", "not-in", [1]).where(or(where("b", "==", 1), where("c", "==", 1))),
    ],
    ["not-in beside in", (query) => query.where("a", "not-in", [1]).where("b", "in", [1, 2])],
  ])("is refused with %s", async (_what, build) => {
    expect(await refusal(build(world.collection()).get())).toBe(code.invalidArgument);
  });

  it("may order by what it does not compare first", async () => {
    const things = world.collection();
    await things.where("a", ">", 1).orderBy("a").orderBy("b").get();
    await things.where("a", "==", 1).orderBy("b").get();
    await things.where("a", "in", [1, 2]).orderBy("b").get();
    await things.orderBy("b").where(FieldPath.documentId(), "==", "x").get();
  });
});
