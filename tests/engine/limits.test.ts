import { describe, expect, it } from "vitest";
import { code } from "@/embedded-firestore/protocol/status";
import { openClient } from "@/scripts/fuzz/client";
import type { Value } from "@/scripts/fuzz/wire";
import { refusal, upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();
const fresh = () => world.collection().doc("it");
const nested = (levels: number): unknown => (levels === 0 ? 1 : { m: nested(levels - 1) });

describe("a document's size", () => {
  it("may be a million bytes", async () => {
    const document = fresh();
    await document.set({ text: "x".repeat(1_000_000) });
    expect((await document.get()).get("text")).toHaveLength(1_000_000);
  });

  it.each([
    ["one value", () => ({ text: "x".repeat(1_048_576 + 10) })],
    ["many fields", () => Object.fromEntries(upTo(20).map((i) => [`f${i}`, "y".repeat(60_000)]))],
    ["signs of several bytes", () => ({ text: "é".repeat(600_000) })],
  ])("may not pass 1 MiB by %s", async (_how, data) => {
    const document = fresh();
    expect(await refusal(document.set(data()))).toBe(code.invalidArgument);
    expect((await document.get()).exists).toBe(false);
  });

  it("is checked for the whole document when a part is added", async () => {
    const document = fresh();
    await document.set({ a: "x".repeat(700_000) });
    expect(await refusal(document.update({ b: "x".repeat(700_000) }))).toBe(code.invalidArgument);
    expect((await document.get()).get("b")).toBeUndefined();
  });
});

describe("a document's shape", () => {
  it("may be 19 maps deep", async () => {
    const document = fresh();
    await document.set(nested(19) as Record<string, unknown>);
    expect((await document.get()).data()).toEqual(nested(19));
  });

  // The client refuses this by itself, so the message is sent without it.
  it("may not be 22 maps deep", async () => {
    const client = openClient(world.host);
    const deep = upTo(22).reduce<Value>((inner) => ({ mapValue: { fields: { m: inner } } }), {
      integerValue: "1",
    });
    const name = `projects/demo-deep/databases/(default)/documents/things/it`;
    const answer = await client.call("Commit", {
      database: "projects/demo-deep/databases/(default)",
      writes: [{ update: { name, fields: { m: deep } } }],
    });
    client.close();
    expect(answer).toMatchObject({ code: code.invalidArgument });
  });

  it("may not have an array in an array", async () => {
    expect(await refusal(fresh().set({ list: [[1]] }))).toBe(code.invalidArgument);
    const document = fresh();
    await document.set({ list: [{ inner: [1] }] });
    expect((await document.get()).data()).toEqual({ list: [{ inner: [1] }] });
  });
});

describe("a name", () => {
  it.each(["__x__", "__reserved__"])("may not be %s", async (id) => {
    expect(await refusal(world.collection().doc(id).set({ a: 1 }))).toBe(code.invalidArgument);
  });

  it("may have 1,500 bytes and no more", async () => {
    const things = world.collection();
    await things.doc("é".repeat(750)).set({ a: 1 });
    expect((await things.doc("é".repeat(750)).get()).exists).toBe(true);
    expect(await refusal(things.doc("é".repeat(751)).set({ a: 1 }))).toBe(code.invalidArgument);
  });

  it("of a field may not be reserved", async () => {
    expect(await refusal(fresh().set({ __x__: 1 }))).toBe(code.invalidArgument);
  });
});
