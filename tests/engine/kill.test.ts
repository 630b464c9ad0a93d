import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Firestore, type QuerySnapshot } from "firebase-admin/firestore";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Engine, startEmbedded } from "@/scripts/fuzz/engines";
import { freePort } from "@/scripts/stack/ports";
import { ids } from "./support/read";
import { watch } from "./support/watch";
import { isOfficial } from "./support/world";
import { type Ledger, startWriters } from "./support/writers";

const rounds = 10;
const acknowledgedARound = 150;

describe.skipIf(isOfficial)(`a store killed ${rounds} times under 20 writers`, () => {
  const dir = mkdtempSync(join(tmpdir(), "kill-"));
  let engine: Engine;
  let db: Firestore;
  let ledger: Ledger;
  let heard: ReturnType<typeof watch>;
  let stored: Record<"singles" | "fives" | "counted" | "counters", QuerySnapshot>;

  beforeAll(async () => {
    const port = await freePort();
    engine = await startEmbedded({ dir, port });
    db = new Firestore({ projectId: "demo-kill", host: engine.host, ssl: false });
    heard = watch(db.collection("singles"));
    await heard.until((snapshot) => snapshot.empty);
    const writers = startWriters(db);
    ledger = writers.ledger;
    for (let round = 0; round < rounds; round += 1) {
      const enough = ledger.count() + acknowledgedARound;
      while (ledger.count() < enough) await pause(5);
      engine.child.signal("SIGKILL");
      await engine.child.exited;
      engine = await startEmbedded({ dir, port });
    }
    const enough = ledger.count() + acknowledgedARound;
    while (ledger.count() < enough) await pause(5);
    await writers.stop();
    const read = (name: string) => db.collection(name).get();
    const [singles, fives, counted, counters] = await Promise.all([
      ...[read("singles"), read("fives"), read("counted"), read("counters")],
    ]);
    if (!singles || !fives || !counted || !counters) throw new Error("Nothing was read");
    stored = { singles, fives, counted, counters };
  }, 120_000);

  afterAll(async () => {
    heard?.stop();
    await db?.terminate();
    await engine?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it("has every write that it acknowledged, and none that nobody tried", () => {
    const found = new Set([...ids(stored.singles), ...stored.fives.docs.map((one) => one.get("batch"))]);
    expect([...ledger.acknowledged].filter((id) => !found.has(id))).toEqual([]);
    expect([...found].filter((id) => !ledger.attempted.has(id))).toEqual([]);
    expect(ledger.acknowledged.size).toBeGreaterThan(rounds * 50);
  });

  it("has batches whole or not at all", () => {
    const sizes = new Map<string, number>();
    for (const one of stored.fives.docs) {
      sizes.set(one.get("batch"), (sizes.get(one.get("batch")) ?? 0) + 1);
    }
    expect([...new Set(sizes.values())]).toEqual([5]);
  });

  it("has counted each transaction that left its mark, and every one acknowledged", () => {
    const sum = (field: string) =>
      stored.counters.docs.reduce((total, counter) => total + counter.get(field), 0);
    expect(sum("n")).toBe(stored.counted.size);
    expect(sum("by")).toBe(stored.counted.size);
    expect(stored.counted.size).toBeGreaterThanOrEqual(ledger.increments.acknowledged);
    expect(stored.counted.size).toBeLessThanOrEqual(ledger.increments.attempted);
    expect(ledger.increments.acknowledged).toBeGreaterThan(rounds);
  });

  it("gives times that go on increasing", () => {
    for (const times of ledger.times) {
      expect(times).toEqual([...new Set(times)].sort());
    }
  });

  it("answers queries by index as it does by reading all", async () => {
    const found = await db.collection("fives").orderBy("batch").get();
    expect(ids(found).sort()).toEqual(ids(stored.fives).sort());
  });

  it("has kept a listener going to the exact state, each document added once and none removed", async () => {
    const expected = ids(stored.singles).join();
    await heard.until((snapshot) => ids(snapshot).join() === expected, 20_000);
    const all = heard.seen.flatMap((snapshot) => snapshot.docChanges());
    expect(all.filter((change) => change.type !== "added").map((change) => change.type)).toEqual([]);
    expect(all).toHaveLength(stored.singles.size);
  });
});
