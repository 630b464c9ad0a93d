import { describe, expect, test } from "vitest";
import { ListenClient, type Message } from "./listen-client";
import { commit, documents, openWorld, orderBy, query, remove, set, where } from "./world";

const kinds = (messages: Message[]) =>
  messages.map((message) =>
    message.targetChange ? (message.targetChange.targetChangeType ?? "NO_CHANGE") : Object.keys(message)[0],
  );
const idsOf = (client: ListenClient) => [...(client.last?.documents.keys() ?? [])].sort().join();

describe("a client that comes back with its token", () => {
  test("gets exactly what it missed", async () => {
    const storage = openWorld();
    const open = query({ where: where("open", 5, 1) });
    await commit(storage, ...["a", "b", "c", "d"].map((id) => set(id, { open: 1 })), set("e", { open: 0 }));
    const client = new ListenClient().connect(storage).add(open);
    await client.at(0);
    client.disconnect();
    await commit(
      storage,
      remove("a"),
      set("b", { open: 0 }),
      set("c", { open: 1, n: 2 }),
      set("x", { open: 1 }),
    );
    const time = await commit(storage, remove("x"), set("e", { open: 1 }));
    const before = client.messages.length;
    client.connect(storage).add(open);
    await client.at(time);
    expect(idsOf(client)).toBe("c,d,e");
    const missed = kinds(client.messages.slice(before));
    expect(missed.filter((kind) => kind?.startsWith("document")).sort()).toEqual([
      "documentChange",
      "documentChange",
      "documentDelete",
      "documentRemove",
    ]);
    expect(missed).not.toContain("RESET");
  });

  test("gets nothing but CURRENT when nothing changed, with a limit too", async () => {
    const storage = openWorld();
    await commit(storage, set("a", { n: 1 }), set("b", { n: 2 }), set("c", { n: 3 }));
    const first = query({ orderBy: orderBy("n"), limit: { value: 2 } });
    const client = new ListenClient().connect(storage).add(first);
    await client.at(0);
    client.disconnect();
    const before = client.messages.length;
    client.connect(storage).add(first);
    await client.until(() => client.snapshots.length === 2);
    expect(kinds(client.messages.slice(before))).toEqual(["ADD", "CURRENT", "NO_CHANGE"]);
    await client.at(await commit(storage, remove("a")));
    expect(idsOf(client)).toBe("b,c");
  });

  test("gets a limited query anew when its collection changed", async () => {
    const storage = openWorld();
    await commit(storage, set("a", { n: 1 }), set("b", { n: 2 }), set("c", { n: 3 }));
    const first = query({ orderBy: orderBy("n"), limit: { value: 2 } });
    const client = new ListenClient().connect(storage).add(first);
    await client.at(0);
    client.disconnect();
    const time = await commit(storage, remove("a"));
    client.connect(storage).add(first);
    await client.at(time);
    expect(idsOf(client)).toBe("b,c");
    expect(kinds(client.messages)).toContain("RESET");
  });

  test("gets only its documents that changed", async () => {
    const storage = openWorld();
    await commit(storage, set("a", { n: 1 }), set("b", { n: 2 }));
    const client = new ListenClient().connect(storage).add(documents("a", "b"));
    await client.at(0);
    client.disconnect();
    const before = client.messages.length;
    const time = await commit(storage, remove("b"), set("c", { n: 1 }));
    client.connect(storage).add(documents("a", "b"));
    await client.at(time);
    expect(kinds(client.messages.slice(before))).toEqual(["ADD", "documentDelete", "CURRENT", "NO_CHANGE"]);
  });

  test("gets everything anew from a store that does not know the token", async () => {
    const client = new ListenClient().connect(openWorld()).add(query());
    await client.at(0);
    client.disconnect();
    const other = openWorld();
    const time = await commit(other, set("a", { n: 1 }));
    client.connect(other).add(query());
    await client.at(time);
    expect(idsOf(client)).toBe("a");
    expect(kinds(client.messages)).toContain("RESET");
  });

  test("gets everything anew when more changed than is remembered", async () => {
    const storage = openWorld();
    const client = new ListenClient().connect(storage).add(query());
    await client.at(0);
    client.disconnect();
    for (let round = 0; round < 3; round++)
      await commit(
        storage,
        ...Array.from({ length: 10_000 }, (_, n) => ({ ...set(`d${n}`, { round }), in: "others" })),
      );
    const time = await commit(storage, set("a", { n: 1 }));
    client.connect(storage).add(query());
    await client.at(time);
    expect(idsOf(client)).toBe("a");
    expect(kinds(client.messages)).toContain("RESET");
  });
});

test("a client that names a time gets what changed since", async () => {
  const storage = openWorld();
  await new ListenClient().connect(storage).add(query()).at(0);
  const then = await commit(storage, set("a", { n: 1 }), set("b", { n: 1 }));
  const time = await commit(storage, set("b", { n: 2 }));
  const readTime = { seconds: Math.floor(then / 1_000_000), nanos: (then % 1_000_000) * 1_000 };
  const client = new ListenClient().connect(storage).add({ ...query(), readTime, resumeToken: null });
  await client.at(time);
  expect(kinds(client.messages)).toEqual(["ADD", "documentChange", "CURRENT", "NO_CHANGE"]);
});
