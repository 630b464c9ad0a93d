import { expect, it, onTestFinished, vi } from "vitest";
import { readStats } from "@/embedded-firestore/storage/read-stats";
import { database, ownFolder, ownStore, scanned, shape } from "./own-store";

const byNumber = shape("a", "n asc");
const composite = shape("a", "n asc", "t desc");

it("counts scans of an index and needs of queries, also across a restart", async () => {
  const dir = ownFolder();
  for (let round = 1; round <= 2; round++) {
    const store = ownStore({ dir });
    scanned(store.latest, byNumber, "a");
    scanned(store.latest, byNumber, "a");
    store.noteQuery(database, [composite, byNumber]);
    store.noteQuery(database, []);
    store.close();
    const [stats] = readStats(dir).databases;
    expect(stats?.indexes).toMatchObject([{ shape: byNumber, uses: 2 * round }]);
    expect(stats?.queries).toMatchObject([
      { shape: byNumber, uses: round },
      { shape: composite, uses: round },
    ]);
  }
});

it("writes the counts within a second", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const dir = ownFolder();
  const store = ownStore({ dir });
  store.noteQuery(database, [composite]);
  expect(readStats(dir).databases).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(readStats(dir).databases[0]?.queries).toMatchObject([{ uses: 1 }]);
});
