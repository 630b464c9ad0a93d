import { expect, it } from "vitest";
import type { OpenStorage } from "@/embedded-firestore/storage/open-storage";
import { afterPrefix, keyPart } from "@/embedded-firestore/values/index-key";
import {
  database,
  everything,
  fieldsOf,
  integer,
  list,
  named,
  ownFolder,
  ownStore,
  scanned,
  shape,
  text,
} from "./own-store";

async function putNumbers(store: OpenStorage, count: number, collection = "a"): Promise<void> {
  await store.commit(database, (writer) => {
    for (let n = 0; n < count; n++) {
      writer.put(
        named(`${collection}/${String(n).padStart(4, "0")}`),
        fieldsOf({ n: integer(n), odd: integer(n % 2) }),
      );
    }
  });
}

const paths = (numbers: number[]) => numbers.map((n) => `a/${String(n).padStart(4, "0")}`);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

it("makes an index on first use and keeps it right", async () => {
  const store = ownStore();
  const byNumber = shape("a", "n asc");
  await store.commit(database, (writer) => {
    writer.put(named("a/x"), fieldsOf({ n: integer(3) }));
    writer.put(named("a/y"), fieldsOf({ n: integer(1) }));
    writer.put(named("a/without"), fieldsOf({}));
  });
  expect(scanned(store.latest, byNumber, "a")).toEqual(["a/y", "a/x"]);
  await store.commit(database, (writer) => {
    writer.put(named("a/x"), fieldsOf({ n: integer(0) }));
    writer.put(named("a/z"), fieldsOf({ n: integer(2) }));
    writer.delete(named("a/y"));
  });
  expect(scanned(store.latest, byNumber, "a")).toEqual(["a/x", "a/z"]);
  expect(scanned(store.latest, byNumber, "a", true)).toEqual(["a/z", "a/x"]);
  await store.commit(database, (writer) => writer.put(named("a/x"), fieldsOf({})));
  expect(scanned(store.latest, byNumber, "a")).toEqual(["a/z"]);
});

it("gives more rows than a page, forward and back, within a range", async () => {
  const store = ownStore();
  await putNumbers(store, 3000);
  const byNumber = shape("a", "n asc");
  expect(scanned(store.latest, byNumber, "a")).toEqual(paths(upTo(3000)));
  expect(scanned(store.latest, byNumber, "a", true)).toEqual(paths(upTo(3000).reverse()));
  const range = { from: keyPart(integer(100), "asc"), to: keyPart(integer(2000), "asc") };
  const rows = [...store.latest.scan({ database, collection: "a", shape: byNumber }, range, true)];
  expect(rows.map((row) => Number(row.name.id))).toEqual(upTo(1900).map((n) => 1999 - n));
});

it("reads documents in the order of their ids without an index", async () => {
  const store = ownStore();
  await putNumbers(store, 200);
  expect(scanned(store.latest, shape("a"), "a")).toEqual(paths(upTo(200)));
  expect(scanned(store.latest, shape("a"), "a", true)).toEqual(paths(upTo(200).reverse()));
  expect(scanned(store.latest, shape("a"), "b")).toEqual([]);
  expect(store.stats().databases[0]?.indexes).toEqual([]);
});

it("has one row for each different element of an array", async () => {
  const store = ownStore();
  const byLabel = shape("a", "labels contains", "n desc");
  await store.commit(database, (writer) => {
    writer.put(named("a/1"), fieldsOf({ labels: list(text("x"), text("y"), text("x")), n: integer(1) }));
    writer.put(named("a/2"), fieldsOf({ labels: list(text("y")), n: integer(2) }));
    writer.put(named("a/3"), fieldsOf({ labels: text("y"), n: integer(3) }));
  });
  const of = { database, collection: "a", shape: byLabel };
  const from = keyPart(text("y"), "asc");
  const idsOf = () =>
    [...store.latest.scan(of, { from, to: afterPrefix(from) }, false)].map((row) => row.name.id);
  expect(idsOf()).toEqual(["2", "1"]);
  expect(scanned(store.latest, byLabel, "a")).toHaveLength(3);
  await store.commit(database, (writer) =>
    writer.put(named("a/1"), fieldsOf({ labels: list(text("z"), text("y")), n: integer(9) })),
  );
  expect(idsOf()).toEqual(["1", "2"]);
  expect(scanned(store.latest, byLabel, "a")).toHaveLength(3);
});

it("runs over all collections of an id, in the order of full paths", async () => {
  const store = ownStore();
  await store.commit(database, (writer) => {
    for (const path of ["m/2", "c/b/m/1", "c/a/m/9", "c/a/m/9/m/1", "c/a/n/1"]) {
      writer.put(named(path), fieldsOf({ n: integer(1) }));
    }
  });
  const inGroup = { ...shape("m", "n asc"), scope: "group" } as const;
  expect(scanned(store.latest, inGroup, null)).toEqual(["c/a/m/9", "c/a/m/9/m/1", "c/b/m/1", "m/2"]);
  expect(scanned(store.latest, { ...shape("m"), scope: "group" }, null, true)).toEqual([
    "m/2",
    "c/b/m/1",
    "c/a/m/9/m/1",
    "c/a/m/9",
  ]);
});

it("lets a consumer stop early", async () => {
  const store = ownStore();
  await putNumbers(store, 500);
  for (const row of store.latest.scan(
    { database, collection: "a", shape: shape("a", "n asc") },
    everything,
    false,
  )) {
    if (row.name.id === "0003") break;
  }
  await putNumbers(store, 2);
  expect(store.latest.get(named("a/0001"))).not.toBeNull();
});

it("goes on while commits happen between two pulls", async () => {
  const store = ownStore();
  await putNumbers(store, 300);
  const rows = store.latest.scan(
    { database, collection: "a", shape: shape("a", "n asc") },
    everything,
    false,
  );
  const seen: string[] = [];
  for (const row of rows) {
    seen.push(row.name.id);
    if (seen.length === 10) await store.commit(database, (writer) => writer.delete(named("a/0299")));
  }
  expect(seen).toEqual(upTo(299).map((n) => String(n).padStart(4, "0")));
});

it("keeps indexes across a restart", async () => {
  const dir = ownFolder();
  const store = ownStore({ dir });
  await putNumbers(store, 10);
  const byOdd = shape("a", "odd asc", "n desc");
  const before = scanned(store.latest, byOdd, "a");
  store.close();
  const again = ownStore({ dir });
  expect(again.stats().databases[0]?.indexes).toMatchObject([{ shape: byOdd, rows: 10 }]);
  await again.commit(database, (writer) => writer.delete(named("a/0009")));
  expect(scanned(again.latest, byOdd, "a")).toEqual(before.filter((path) => path !== "a/0009"));
});

it("leaves index rows alone when their fields did not change", async () => {
  const store = ownStore();
  await putNumbers(store, 3);
  const before = scanned(store.latest, shape("a", "n asc"), "a");
  await store.commit(database, (writer) => {
    const document = writer.get(named("a/0001"));
    writer.put(named("a/0001"), new Map(document?.fields()).set("other", text("new")));
  });
  expect(scanned(store.latest, shape("a", "n asc"), "a")).toEqual(before);
  expect(store.latest.get(named("a/0001"))?.fields().get("other")).toEqual(text("new"));
});
