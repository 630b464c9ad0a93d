import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openClient, type WireClient } from "@/scripts/fuzz/client";
import { fuzz } from "@/scripts/fuzz/compare";
import { type Engine, hasOfficial, startEmbedded, startOfficial } from "@/scripts/fuzz/engines";
import { raceTransactions } from "@/scripts/fuzz/races";
import { isOfficial } from "./support/world";

/** `npm run fuzz` goes on from here with other seeds. */
const seed = 20_261_120;
const plans = 60;
const races = 12;

const isSkipped = isOfficial || !hasOfficial();
if (isSkipped) {
  console.log(
    "Skipped: this machine has no official Firestore emulator to compare the embedded Firestore with.",
  );
}

describe.skipIf(isSkipped)("the embedded Firestore beside the official emulator", () => {
  const dir = mkdtempSync(join(tmpdir(), "differential-"));
  const engines: Engine[] = [];
  const clients: WireClient[] = [];

  beforeAll(async () => {
    engines.push(...(await Promise.all([startOfficial(dir), startEmbedded({ dir: join(dir, "data") })])));
    clients.push(...engines.map((engine) => openClient(engine.host)));
  });
  afterAll(async () => {
    for (const client of clients) client.close();
    await Promise.all(engines.map((engine) => engine.stop()));
    rmSync(dir, { recursive: true, force: true });
  });

  it(`does the same in ${plans} random plans of writes, queries, transactions and listeners`, async () => {
    const [official, embedded] = clients;
    if (!official || !embedded) throw new Error("The engines have not started");
    const { tally, failure } = await fuzz(official, embedded, { seed, plans });
    expect(failure && JSON.stringify(failure)).toBeNull();
    expect(tally.steps).toBeGreaterThan(300);
    expect(tally.refused).toBeGreaterThan(20);
  });

  it("commits interleaved transactions as if one came after the other", async () => {
    const { wrong, committed } = await raceTransactions(clients[1] as WireClient, { seed, rounds: races });
    expect(wrong).toEqual([]);
    expect(committed).toBeGreaterThan(races);
  });
});
