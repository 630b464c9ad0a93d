import { expect, it, onTestFinished, vi } from "vitest";
import type { CommittedChanges } from "@/embedded-firestore/storage/storage";
import { database, fieldsOf, integer, named, ownFolder, ownStore, scanned, shape } from "./own-store";

const number = (n: number) => fieldsOf({ n: integer(n) });

it("resolves with what the work returned", async () => {
  expect(await ownStore().commit(database, () => "done")).toBe("done");
});

it("undoes only the commit whose work throws", async () => {
  const store = ownStore();
  const results = await Promise.allSettled([
    store.commit(database, (writer) => writer.put(named("a/1"), number(1))),
    store.commit(database, (writer) => {
      writer.put(named("a/1"), number(2));
      writer.put(named("a/2"), number(2));
      throw new Error("no");
    }),
    store.commit(database, (writer) => writer.put(named("a/3"), number(3))),
  ]);
  expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(store.latest.get(named("a/1"))?.fields()).toEqual(number(1));
  expect(store.latest.get(named("a/2"))).toBeNull();
  expect(store.latest.get(named("a/3"))).not.toBeNull();
});

it("undoes what a scan had seen already, and keeps the commits before it", async () => {
  const store = ownStore();
  const byNumber = shape("a", "n asc");
  await store.commit(database, (writer) => writer.put(named("a/0"), number(0)));
  const results = await Promise.allSettled([
    store.commit(database, (writer) => writer.put(named("a/1"), number(1))),
    store.commit(database, (writer) => {
      writer.put(named("b/1/c/1"), number(1));
      writer.delete(named("a/0"));
      expect(scanned(writer, byNumber, "a")).toEqual(["a/1"]);
      throw new Error("no");
    }),
    store.commit(database, (writer) => {
      writer.put(named("a/2"), number(2));
      expect(writer.collectionIds(database, "")).toEqual(["a"]);
      expect(scanned(writer, byNumber, "a")).toEqual(["a/0", "a/1", "a/2"]);
    }),
  ]);
  expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(scanned(store.latest, byNumber, "a")).toEqual(["a/0", "a/1", "a/2"]);
  expect(store.latest.get(named("b/1/c/1"))).toBeNull();
});

it("shows a work its own changes, and each work those of the works before it", async () => {
  const store = ownStore();
  const counts = await Promise.all(
    Array.from({ length: 20 }, () =>
      store.commit(database, (writer) => {
        const before = writer.get(named("a/count"))?.fields().get("n");
        const next = before?.kind === "integer" ? Number(before.value) + 1 : 1;
        writer.put(named("a/count"), number(next));
        expect(writer.get(named("a/count"))?.fields()).toEqual(number(next));
        return next;
      }),
    ),
  );
  expect(counts).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});

it("takes no commit time for a work that changes nothing", async () => {
  const store = ownStore();
  await store.commit(database, (writer) => writer.put(named("a/1"), number(1)));
  const before = store.latest.readTime();
  await store.commit(database, (writer) => writer.get(named("a/1")));
  expect(store.latest.readTime()).toBe(before);
});

it("gives commit times that only increase, across restarts and when the clock steps back", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  const dir = ownFolder();
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const store = ownStore({ dir });
    for (let n = 0; n < 5; n++) {
      times.push(
        await store.commit(database, (writer) => {
          writer.put(named("a/1"), number(n));
          return writer.commitTime;
        }),
      );
    }
    expect(store.latest.readTime()).toBe(times.at(-1));
    store.close();
    vi.setSystemTime(Date.now() - 1_800_000);
  }
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
});

it("tells listeners of each commit in order, before its promise resolves", async () => {
  const store = ownStore();
  const told: CommittedChanges[] = [];
  const stop = store.onCommit((changes) => told.push(changes));
  await Promise.all([
    store
      .commit(database, (writer) => writer.put(named("a/1"), number(1)))
      .then(() => {
        expect(told.length).toBeGreaterThanOrEqual(1);
      }),
    store.commit(database, (writer) => {
      writer.put(named("a/1"), number(2));
      writer.put(named("a/1"), number(3));
      writer.delete(named("a/never"));
    }),
    store.commit(database, (writer) => writer.delete(named("a/1"))),
  ]);
  const summary = told.map(({ changes }) =>
    changes.map(({ name, before, after }) => [name.id, before?.fields() ?? null, after?.fields() ?? null]),
  );
  expect(summary).toEqual([
    [["1", null, number(1)]],
    [["1", number(1), number(3)]],
    [["1", number(3), null]],
  ]);
  stop();
  await store.commit(database, (writer) => writer.put(named("a/1"), number(4)));
  expect(told).toHaveLength(3);
});

it("goes on when a listener throws", async () => {
  const problems: string[] = [];
  const store = ownStore({ onProblem: (problem) => problems.push(problem) });
  store.onCommit(() => {
    throw new Error("listener");
  });
  await store.commit(database, (writer) => writer.put(named("a/1"), number(1)));
  expect(problems).toEqual(["A listener failed after a commit."]);
});

it("finishes waiting commits when it is closed, and refuses later ones", async () => {
  const dir = ownFolder();
  const store = ownStore({ dir });
  const waiting = store.commit(database, (writer) => writer.put(named("a/1"), number(1)));
  store.close();
  await waiting;
  await expect(store.commit(database, () => null)).rejects.toThrow("closed");
  expect(ownStore({ dir }).latest.get(named("a/1"))).not.toBeNull();
});

it("makes an index inside a work that then fails, and answers right after", async () => {
  const store = ownStore();
  await store.commit(database, (writer) => writer.put(named("a/1"), number(1)));
  const failing = store.commit(database, (writer) => {
    writer.put(named("a/2"), number(2));
    expect(scanned(writer, shape("a", "n desc"), "a")).toEqual(["a/2", "a/1"]);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(scanned(store.latest, shape("a", "n desc"), "a")).toEqual(["a/1"]);
});
