import type { Timestamp } from "firebase-admin/firestore";
import { describe, expect, it } from "vitest";
import { code } from "@/embedded-firestore/protocol/status";
import { refusal, upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();
const fresh = () => world.collection().doc("it");

describe("a precondition on the update time", () => {
  it("lets the write that saw the latest state through, and no other", async () => {
    const document = fresh();
    const first = await document.set({ n: 1 });
    await document.update({ n: 2 }, { lastUpdateTime: first.writeTime });
    expect(await refusal(document.update({ n: 3 }, { lastUpdateTime: first.writeTime }))).toBe(
      code.failedPrecondition,
    );
    expect((await document.get()).get("n")).toBe(2);
  });

  it("guards a delete", async () => {
    const document = fresh();
    const first = await document.set({ n: 1 });
    const second = await document.update({ n: 2 });
    expect(await refusal(document.delete({ lastUpdateTime: first.writeTime }))).toBe(code.failedPrecondition);
    await document.delete({ lastUpdateTime: second.writeTime });
    expect((await document.get()).exists).toBe(false);
  });

  it("refuses a document that is gone", async () => {
    const document = fresh();
    const { writeTime } = await document.set({ n: 1 });
    await document.delete();
    const refused = await refusal(document.update({ n: 2 }, { lastUpdateTime: writeTime }));
    expect([code.notFound, code.failedPrecondition]).toContain(refused);
  });

  it("refuses every stale time, however quick the writes", async () => {
    const document = fresh();
    let { writeTime } = await document.set({ n: 0 });
    for (const n of upTo(30)) {
      const next = await document.update({ n: n + 1 });
      expect(await refusal(document.update({ n: -1 }, { lastUpdateTime: writeTime }))).toBe(
        code.failedPrecondition,
      );
      writeTime = next.writeTime;
    }
  });

  it("lets one of twenty writers that saw the same state through", async () => {
    const document = fresh();
    const { writeTime } = await document.set({ n: 0 });
    const tries = await Promise.allSettled(
      upTo(20).map((n) => document.update({ n: n + 1 }, { lastUpdateTime: writeTime })),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("update times", () => {
  it("stay when a write changes nothing", async () => {
    const document = fresh();
    const first = await document.set({ n: 1, map: { a: [1] } });
    await document.update({ n: 1 });
    await document.set({ map: { a: [1] } }, { merge: true });
    await document.set({ map: { a: [1] }, n: 1 });
    expect((await document.get()).updateTime?.isEqual(first.writeTime)).toBe(true);
  });

  it("increase with each write of a document", async () => {
    const document = fresh();
    let last: Timestamp | null = null;
    for (const n of upTo(50)) {
      const { writeTime } = await document.set({ n });
      if (last) expect(writeTime.valueOf() > last.valueOf()).toBe(true);
      last = writeTime;
    }
  });

  it("increase from write to write over all documents", async () => {
    const things = world.collection();
    const times: string[] = [];
    for (const n of upTo(30)) times.push((await things.doc(`d${n % 4}`).set({ n })).writeTime.valueOf());
    expect([...times].sort()).toEqual(times);
    expect(new Set(times).size).toBe(30);
  });
});
