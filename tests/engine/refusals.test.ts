import { FieldPath, Filter, type Query } from "firebase-admin/firestore";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { code } from "@/embedded-firestore/protocol/status";
import { openClient, type WireClient } from "@/scripts/fuzz/client";
import { upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();
const { where, or } = Filter;
let client: WireClient;

beforeAll(() => {
  client = openClient(world.host);
});
afterAll(() => client.close());

/** Sends what the SDK would, without its patient retries: "found" or the code of the refusal. */
async function answerTo(query: Query): Promise<number | "found"> {
  const { toProto } = query as unknown as { toProto(): Record<string, unknown> };
  const answer = await client.readAll("RunQuery", toProto.call(query));
  return "ok" in answer ? "found" : answer.code;
}

describe("a query", () => {
  it.each<[string, (query: Query) => Query]>([
    ["in with 30 values", (query) => query.where("n", "in", upTo(30))],
    ["array-contains-any with 30 values", (query) => query.where("n", "array-contains-any", upTo(30))],
    ["not-in with 10 values", (query) => query.where("n", "not-in", upTo(10))],
    ["a product of 30", (query) => query.where("n", "in", upTo(5)).where("m", "in", upTo(6))],
    ["a range and an order by it and more", (query) => query.where("a", ">", 1).orderBy("a").orderBy("b")],
    ["an order by another field than its range", (query) => query.where("a", ">", 1).orderBy("b")],
    ["an order by another field than its equality", (query) => query.where("a", "==", 1).orderBy("b")],
    ["an order beside in", (query) => query.where("a", "in", [1, 2]).orderBy("b")],
    ["an order beside a name", (query) => query.orderBy("b").where(FieldPath.documentId(), "==", "x")],
    ["array-contains beside in", (query) => query.where("a", "array-contains", 1).where("b", "in", [1, 2])],
  ])("may have %s", async (_what, build) => {
    expect(await answerTo(build(world.collection()))).toBe("found");
  });

  it.each<[string, (query: Query) => Query]>([
    ["in with 31 values", (query) => query.where("n", "in", upTo(31))],
    ["array-contains-any with 31 values", (query) => query.where("n", "array-contains-any", upTo(31))],
    ["not-in with 11 values", (query) => query.where("n", "not-in", upTo(11))],
    ["or of 31 parts", (query) => query.where(or(...upTo(31).map((n) => where("n", "==", n))))],
    ["a product of 36", (query) => query.where("n", "in", upTo(6)).where("m", "in", upTo(6))],
    ["two array-contains", (query) => query.where("a", "array-contains", 1).where("b", "array-contains", 2)],
    ["not-in beside a not-equal", (query) => query.where("a", "!=", 1).where("b", "not-in", [2])],
    ["not-in beside in", (query) => query.where("a", "not-in", [1]).where("b", "in", [1, 2])],
    [
      "not-in beside or",
      (query) => query.where("a", "not-in", [1]).where(or(where("b", "==", 1), where("c", "==", 1))),
    ],
  ])("may not have %s", async (_what, build) => {
    expect(await answerTo(build(world.collection()))).toBe(code.invalidArgument);
  });
});

describe("a transaction", () => {
  const database = "projects/demo-refusals/databases/(default)";
  const documents = [`${database}/documents/things/a`];

  async function begun() {
    const answer = await client.call("BeginTransaction", { database });
    return "ok" in answer ? answer.ok.transaction : null;
  }

  it("is not known before it began", async () => {
    const transaction = Buffer.from("nobody").toString("base64");
    expect(await client.call("Commit", { database, transaction })).toMatchObject({
      code: code.invalidArgument,
    });
    expect(await client.readAll("BatchGetDocuments", { database, documents, transaction })).toMatchObject({
      code: code.invalidArgument,
    });
  });

  it("is not known after it ended", async () => {
    const transaction = await begun();
    expect(await client.call("Commit", { database, transaction })).toHaveProperty("ok");
    expect(await client.call("Commit", { database, transaction })).toMatchObject({
      code: code.invalidArgument,
    });
  });

  it("may not write when it is read-only", async () => {
    const answer = await client.call("BeginTransaction", { database, options: { readOnly: {} } });
    const transaction = "ok" in answer ? answer.ok.transaction : null;
    const writes = [{ update: { name: documents[0], fields: {} } }];
    expect(await client.call("Commit", { database, transaction, writes })).toMatchObject({
      code: code.invalidArgument,
    });
  });
});
