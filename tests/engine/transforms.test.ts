import { FieldValue, Timestamp } from "firebase-admin/firestore";
import { describe, expect, it } from "vitest";
import { kindOf, upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();
const fresh = () => world.collection().doc("it");
const { serverTimestamp, increment, arrayUnion, arrayRemove } = FieldValue;

describe("the server's time", () => {
  it("is the time of the commit, the same everywhere in a write", async () => {
    const document = fresh();
    const { writeTime } = await document.set({ at: serverTimestamp(), in: { at: serverTimestamp() } });
    const data = (await document.get()).data();
    expect(data?.at).toBeInstanceOf(Timestamp);
    expect(data?.at.isEqual(data?.in.at)).toBe(true);
    expect(Math.abs(data?.at.toMillis() - writeTime.toMillis())).toBeLessThanOrEqual(100);
    expect(Math.abs(data?.at.toMillis() - Date.now())).toBeLessThan(5000);
  });

  it("may be all that a write holds", async () => {
    const document = fresh();
    await document.set({ a: 1 });
    await document.update({ updated: serverTimestamp() });
    await document.set({ merged: serverTimestamp() }, { merge: true });
    const data = (await document.get()).data();
    expect(data?.a).toBe(1);
    expect(data?.updated).toBeInstanceOf(Timestamp);
    expect(data?.merged).toBeInstanceOf(Timestamp);
  });
});

describe("an increment", () => {
  it("adds to a number, starts from nothing, and replaces what is no number", async () => {
    const document = fresh();
    await document.set({ number: 1, text: "x" });
    await document.update({ number: increment(2), missing: increment(5), text: increment(3) });
    expect((await document.get()).data()).toEqual({ number: 3, missing: 5, text: 3 });
  });

  it("keeps integers integers and turns doubles into doubles", async () => {
    const document = fresh();
    await document.set({ whole: 1, half: 1 });
    await document.update({ whole: increment(1), half: increment(0.5) });
    await document.update({ half: increment(0.5) });
    const read = await document.get();
    expect([kindOf(read, "whole"), kindOf(read, "half")]).toEqual(["integerValue", "doubleValue"]);
    expect(read.data()).toEqual({ whole: 2, half: 2 });
  });

  it("stops at the ends of 64 bits", async () => {
    const db = world.client({ useBigInt: true });
    const document = db.doc(fresh().path);
    await document.set({ up: 9223372036854775807n, down: -9223372036854775808n });
    await document.update({ up: increment(10), down: increment(-10) });
    expect((await document.get()).data()).toEqual({ up: 9223372036854775807n, down: -9223372036854775808n });
  });

  it("works inside a merged map", async () => {
    const document = fresh();
    await document.set({ c: { d: increment(1) } }, { merge: true });
    await document.set({ c: { d: increment(1) } }, { merge: true });
    expect((await document.get()).data()).toEqual({ c: { d: 2 } });
  });

  it("loses none of a hundred at the same time", async () => {
    const document = fresh();
    await document.set({ total: 0 });
    await Promise.all(upTo(100).map(() => document.update({ total: increment(1) })));
    expect((await document.get()).get("total")).toBe(100);
  });
});

describe("an array transform", () => {
  it("adds each element that is not there yet, in order", async () => {
    const document = fresh();
    await document.set({ list: [1, 2, 2, { k: 1 }] });
    await document.update({ list: arrayUnion(2, 3, { k: 1 }, { k: 2 }, 3), made: arrayUnion("x") });
    expect((await document.get()).data()).toEqual({ list: [1, 2, 2, { k: 1 }, 3, { k: 2 }], made: ["x"] });
  });

  it("removes every one that is equal", async () => {
    const document = fresh();
    await document.set({ list: [1, 2, 2, { k: 1 }, { k: 2 }] });
    await document.update({ list: arrayRemove(2, { k: 1 }), none: arrayRemove(1) });
    expect((await document.get()).data()).toEqual({ list: [1, { k: 2 }], none: [] });
  });

  it("replaces what is no array", async () => {
    const document = fresh();
    await document.set({ a: "text", b: 5 });
    await document.update({ a: arrayUnion(1), b: arrayRemove(1) });
    expect((await document.get()).data()).toEqual({ a: [1], b: [] });
  });

  it("takes an integer and a double of the same size for one", async () => {
    const document = fresh();
    await document.set({ list: [1, 2.5], total: 0.5 });
    await document.update({ total: increment(0.5) });
    await document.update({ list: arrayUnion(1, 2.5, 3) });
    expect((await document.get()).get("list")).toEqual([1, 2.5, 3]);
  });
});
