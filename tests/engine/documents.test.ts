import { FieldPath, FieldValue } from "firebase-admin/firestore";
import { describe, expect, it } from "vitest";
import { code } from "@/embedded-firestore/protocol/status";
import { refusal, upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();
const fresh = () => world.collection().doc("it");

describe("a document", () => {
  it("comes back as written, with the write's time", async () => {
    const document = fresh();
    const written = await document.set({ count: 1, text: "é", isOn: true });
    const read = await document.get();
    expect(read.data()).toEqual({ count: 1, text: "é", isOn: true });
    expect(read.createTime?.isEqual(written.writeTime)).toBe(true);
    expect(read.updateTime?.isEqual(written.writeTime)).toBe(true);
    expect(read.readTime.valueOf() >= written.writeTime.valueOf()).toBe(true);
  });

  it("is said to be missing when it is", async () => {
    const read = await fresh().get();
    expect([read.exists, read.data()]).toEqual([false, undefined]);
  });

  it("is replaced whole by set", async () => {
    const document = fresh();
    await document.set({ a: 1, b: 2 });
    await document.set({ c: 3 });
    expect((await document.get()).data()).toEqual({ c: 3 });
  });

  it("keeps its creation time and other fields through update", async () => {
    const document = fresh();
    const { writeTime } = await document.set({ a: 1, b: 2 });
    await document.update({ a: 5 });
    const read = await document.get();
    expect(read.data()).toEqual({ a: 5, b: 2 });
    expect(read.createTime?.isEqual(writeTime)).toBe(true);
    expect(read.updateTime?.isEqual(writeTime)).toBe(false);
  });

  it("gets a new creation time when it is made again", async () => {
    const document = fresh();
    const first = await document.set({ a: 1 });
    await document.delete();
    const second = await document.set({ a: 1 });
    const { createTime } = await document.get();
    expect(createTime?.isEqual(second.writeTime)).toBe(true);
    expect(second.writeTime.valueOf() > first.writeTime.valueOf()).toBe(true);
  });

  it("is not updated when it is missing", async () => {
    const document = fresh();
    expect(await refusal(document.update({ a: 1 }))).toBe(code.notFound);
    expect((await document.get()).exists).toBe(false);
  });

  it("is deleted, twice if need be, but not when it must exist", async () => {
    const document = fresh();
    await document.set({ a: 1 });
    await document.delete();
    expect((await document.get()).exists).toBe(false);
    await document.delete();
    expect(await refusal(document.delete({ exists: true }))).toBe(code.notFound);
  });

  it("is created once", async () => {
    const document = fresh();
    await document.create({ a: 1 });
    expect(await refusal(document.create({ a: 2 }))).toBe(code.alreadyExists);
    expect((await document.get()).data()).toEqual({ a: 1 });
  });

  it("is created by exactly one of a hundred at the same time", async () => {
    const document = fresh();
    const tries = await Promise.allSettled(upTo(100).map((by) => document.create({ by })));
    const refused = tries.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(99);
    expect(new Set(refused.map((one) => one.reason.code))).toEqual(new Set([code.alreadyExists]));
  });

  it("may be empty", async () => {
    const document = fresh();
    await document.set({});
    const read = await document.get();
    expect([read.exists, read.data()]).toEqual([true, {}]);
  });
});

describe("a merge", () => {
  it("goes into maps and leaves the rest", async () => {
    const document = fresh();
    await document.set({ map: { a: 1, inner: { c: 1 } }, kept: 1 });
    await document.set({ map: { inner: { d: 2 } }, made: 9 }, { merge: true });
    expect((await document.get()).data()).toEqual({
      map: { a: 1, inner: { c: 1, d: 2 } },
      kept: 1,
      made: 9,
    });
  });

  it("makes a document that is missing", async () => {
    const document = fresh();
    await document.set({ a: { b: 1 } }, { merge: true });
    expect((await document.get()).data()).toEqual({ a: { b: 1 } });
  });

  it("takes only the fields named", async () => {
    const document = fresh();
    await document.set({ a: 1, b: 1 });
    await document.set({ a: 2, b: 2, c: 2 }, { mergeFields: ["a", "c"] });
    expect((await document.get()).data()).toEqual({ a: 2, b: 1, c: 2 });
  });

  it("replaces what is not a map by the map", async () => {
    const document = fresh();
    await document.set({ a: 5, b: [1] });
    await document.set({ a: { x: 1 }, b: { y: 2 } }, { merge: true });
    expect((await document.get()).data()).toEqual({ a: { x: 1 }, b: { y: 2 } });
  });
});

describe("a field path", () => {
  it("reaches into maps, and makes those on its way", async () => {
    const document = fresh();
    await document.set({ m: { a: { b: 1, c: 2 } }, q: 1 });
    await document.update({ "m.a.b": 9, "n.o.p": 1 });
    expect((await document.get()).data()).toEqual({ m: { a: { b: 9, c: 2 } }, q: 1, n: { o: { p: 1 } } });
    await document.update({ m: { z: 1 } });
    expect((await document.get()).get("m")).toEqual({ z: 1 });
  });

  it("deletes a field at the top and inside a map", async () => {
    const document = fresh();
    await document.set({ a: 1, m: { x: 1, y: 2 } });
    await document.update({
      a: FieldValue.delete(),
      "m.x": FieldValue.delete(),
      "no.such": FieldValue.delete(),
    });
    expect((await document.get()).data()).toEqual({ m: { y: 2 } });
    await document.set({ m: { y: FieldValue.delete() } }, { merge: true });
    expect((await document.get()).data()).toEqual({ m: {} });
  });

  it.each(["a.b", "👍🏽", "+55 11 9", "1x`\\", "__proto", " "])("may hold the name %j", async (name) => {
    const document = fresh();
    await document.set({ top: {} });
    await document.update(new FieldPath(name), 1, new FieldPath("top", name), 2);
    const read = await document.get();
    expect([read.get(new FieldPath(name)), read.get(new FieldPath("top", name))]).toEqual([1, 2]);
    const found = await document.parent.where(new FieldPath("top", name), "==", 2).get();
    expect(found.size).toBe(1);
  });
});
