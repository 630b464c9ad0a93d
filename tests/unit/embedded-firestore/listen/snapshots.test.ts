import { describe, expect, test } from "vitest";
import type { Value } from "@/embedded-firestore/values/value";
import { ListenClient, type Message } from "./listen-client";
import { commit, documents, openWorld, orderBy, query, remove, set, where } from "./world";

const idsOf = (client: ListenClient) => [...(client.last?.documents.keys() ?? [])].sort().join();
const kinds = (messages: Message[]) =>
  messages.map(
    (message) =>
      message.targetChange?.targetChangeType ??
      (message.targetChange ? "NO_CHANGE" : Object.keys(message)[0]),
  );

describe("a listener on a query", () => {
  test("begins with all there is, then CURRENT, then the snapshot", async () => {
    const storage = openWorld();
    const time = await commit(storage, set("a", { n: 1 }), set("b", { n: 2 }));
    const client = new ListenClient().connect(storage).add(query());
    expect(await client.at(0)).toMatchObject({ readTime: time });
    expect(kinds(client.messages)).toEqual([
      "ADD",
      "documentChange",
      "documentChange",
      "CURRENT",
      "NO_CHANGE",
    ]);
  });

  test("gets an empty snapshot of an empty store", async () => {
    const client = new ListenClient().connect(openWorld()).add(query());
    expect((await client.at(0)).documents.size).toBe(0);
  });

  test("hears of a commit's changes in one snapshot", async () => {
    const storage = openWorld();
    await commit(storage, set("a", { n: 1 }), set("b", { n: 1 }));
    const client = new ListenClient().connect(storage).add(query());
    await client.at(0);
    await client.at(await commit(storage, set("c", { n: 1 }), remove("a"), set("b", { n: 2 })));
    expect(client.snapshots.map(({ documents }) => [...documents.keys()].sort().join())).toEqual([
      "a,b",
      "b,c",
    ]);
  });

  test("hears of documents that leave the filter and of those that enter it", async () => {
    const storage = openWorld();
    await commit(storage, set("a", { open: 1 }), set("b", { open: 0 }));
    const client = new ListenClient().connect(storage).add(query({ where: where("open", 5, 1) }));
    await client.at(0);
    await client.at(await commit(storage, set("a", { open: 0 })));
    expect(idsOf(client)).toBe("");
    expect(client.messages.some((message) => message.documentRemove)).toBe(true);
    await client.at(await commit(storage, set("b", { open: 1 })));
    expect(idsOf(client)).toBe("b");
  });

  test("hears nothing of commits that do not concern it", async () => {
    const storage = openWorld();
    const client = new ListenClient().connect(storage).add(query({ where: where("open", 5, 1) }));
    await client.at(0);
    await commit(storage, set("a", { open: 0 }), { id: "x", in: "others", fields: { open: 1 } });
    const time = await commit(storage, set("b", { open: 1 }));
    await client.at(time);
    expect(kinds(client.messages).slice(-2)).toEqual(["documentChange", "NO_CHANGE"]);
    expect(client.snapshots).toHaveLength(2);
  });

  test("reads a long result as it was when it began, and then what came meanwhile", async () => {
    const storage = openWorld();
    await commit(storage, ...Array.from({ length: 1_000 }, (_, n) => set(`d${n}`, { n })));
    const client = new ListenClient().connect(storage);
    client.pause();
    client.add(query({ orderBy: orderBy("n") }));
    await new Promise(setImmediate);
    client.read();
    await client.until(() => client.messages.length > 10);
    client.pause();
    const time = await commit(storage, remove("d999"), set("d5", { n: -1 }), set("new", { n: 500 }));
    client.read();
    const { documents } = await client.at(time);
    expect(documents.size).toBe(1_000);
    expect(documents.has("d999")).toBe(false);
    expect(documents.get("d5")).toBe(time);
    expect(client.snapshots).toHaveLength(1);
  });
});

describe("a listener on a limited query", () => {
  test("keeps its window full when a document leaves it", async () => {
    const storage = openWorld();
    await commit(storage, ...[1, 2, 3, 4, 5].map((n) => set(`d${n}`, { n })));
    const client = new ListenClient()
      .connect(storage)
      .add(query({ orderBy: orderBy("n", "desc"), limit: { value: 3 } }));
    await client.at(0);
    await client.at(await commit(storage, remove("d5")));
    expect(idsOf(client)).toBe("d2,d3,d4");
    await client.at(await commit(storage, set("d9", { n: 9 })));
    expect(idsOf(client)).toBe("d3,d4,d9");
    await client.at(await commit(storage, set("d4", { n: 0 })));
    expect(idsOf(client)).toBe("d2,d3,d9");
  });

  test("sends a document that stays and moves as changed", async () => {
    const storage = openWorld();
    await commit(storage, ...[1, 2, 3].map((n) => set(`d${n}`, { n })));
    const client = new ListenClient()
      .connect(storage)
      .add(query({ orderBy: orderBy("n"), limit: { value: 3 } }));
    await client.at(0);
    const time = await commit(storage, set("d1", { n: 9 }));
    expect((await client.at(time)).documents.get("d1")).toBe(time);
  });

  test("keeps its place behind an offset", async () => {
    const storage = openWorld();
    await commit(storage, ...[1, 2, 3, 4].map((n) => set(`d${n}`, { n })));
    const client = new ListenClient()
      .connect(storage)
      .add(query({ orderBy: orderBy("n"), offset: 1, limit: { value: 2 } }));
    await client.at(0);
    await client.at(await commit(storage, set("d0", { n: 0 })));
    expect(idsOf(client)).toBe("d1,d2");
  });
});

describe("a listener on documents", () => {
  test("hears of a missing one, its making and its end", async () => {
    const storage = openWorld();
    const client = new ListenClient().connect(storage).add(documents("a"));
    await client.at(0);
    expect(kinds(client.messages)).toEqual(["ADD", "documentDelete", "CURRENT", "NO_CHANGE"]);
    await client.at(await commit(storage, set("a", { n: 1 })));
    expect(idsOf(client)).toBe("a");
    await client.at(await commit(storage, remove("a")));
    expect(idsOf(client)).toBe("");
  });
});

describe("the targets of a stream", () => {
  test("share one snapshot", async () => {
    const storage = openWorld();
    const client = new ListenClient(1).connect(storage).add(query());
    client.add({ ...documents("a"), targetId: 2 });
    await client.until(() => kinds(client.messages).filter((kind) => kind === "CURRENT").length === 2);
    const before = client.messages.length;
    await client.at(await commit(storage, set("a", { n: 1 })));
    expect(kinds(client.messages.slice(before)).filter((kind) => kind !== "NO_CHANGE")).toEqual([
      "documentChange",
      "documentChange",
    ]);
    expect(client.messages.slice(before).filter((message) => message.targetChange)).toHaveLength(1);
  });

  test("are gone once removed, and an unknown one is no matter", async () => {
    const storage = openWorld();
    const client = new ListenClient().connect(storage).add(query());
    await client.at(0);
    client.remove(7);
    client.remove();
    await client.until(() => kinds(client.messages).includes("REMOVE"));
    await commit(storage, set("a", { n: 1 }));
    client.add(documents("a"));
    await client.until(() => kinds(client.messages).filter((kind) => kind === "CURRENT").length === 2);
    expect(kinds(client.messages).filter((kind) => kind === "documentChange")).toHaveLength(1);
  });

  test("are removed once current when wanted once", async () => {
    const client = new ListenClient().connect(openWorld()).add({ ...query(), once: true });
    await client.until(() => kinds(client.messages).includes("REMOVE"));
    expect(kinds(client.messages)).toEqual(["ADD", "CURRENT", "NO_CHANGE", "REMOVE"]);
  });

  test("are refused one by one with the cause", async () => {
    const client = new ListenClient(2).connect(openWorld());
    const values: Value = { kind: "array", values: [] };
    const empty = { fieldFilter: { field: { fieldPath: "n" }, op: 8, value: values } };
    client.add({ ...query({ where: empty }), targetId: 1 }).add(query());
    await client.at(0);
    const refusal = client.messages.find((message) => message.targetChange?.cause);
    expect(refusal?.targetChange).toMatchObject({
      targetChangeType: "REMOVE",
      targetIds: [1],
      cause: { code: 3 },
    });
  });

  test("cannot have the same id twice", async () => {
    const client = new ListenClient().connect(openWorld()).add(query()).add(query());
    await client.until(() => client.error !== null);
    expect(client.error?.code).toBe(3);
  });

  test("get an id when the client gives none", async () => {
    const client = new ListenClient().connect(openWorld()).add({ ...query(), targetId: 0 });
    await client.at(0);
    expect(client.messages[0]?.targetChange?.targetIds).toEqual([1]);
  });
});
