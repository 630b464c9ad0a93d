import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStorage } from "@/embedded-firestore/storage/open-storage";
import type { IndexShape } from "@/embedded-firestore/storage/storage";
import { checkIndexList, compareIndexes, noteIndexNeeds } from "@/scripts/test/index-list";

const unreadNewest: IndexShape = {
  group: "things",
  scope: "collection",
  parts: [
    { path: "isUnread", mode: "asc" },
    { path: "at", mode: "desc" },
    { path: "__name__", mode: "desc" },
  ],
};
const index = {
  collectionGroup: "things",
  queryScope: "COLLECTION",
  fields: [
    { fieldPath: "isUnread", order: "ASCENDING" },
    { fieldPath: "at", order: "DESCENDING" },
  ],
};
const line = "things COLLECTION: isUnread ASCENDING, at DESCENDING";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "parley-index-list-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it("is content with a file that has what was needed and nothing else", () => {
  const file = { indexes: [index], fieldOverrides: [] };
  expect(compareIndexes([unreadNewest, unreadNewest], file)).toEqual({ missing: [], unused: [] });
});

it("names the collection and fields of a need that the file lacks", () => {
  expect(compareIndexes([unreadNewest], { indexes: [], fieldOverrides: [] })).toEqual({
    missing: [line],
    unused: [],
  });
});

it("names an index that no query needed", () => {
  expect(compareIndexes([], { indexes: [index], fieldOverrides: [] })).toEqual({
    missing: [],
    unused: [line],
  });
});

it("tells an index apart from one in another direction, of another scope or of an array", () => {
  const others: IndexShape[] = [
    { ...unreadNewest, scope: "group" },
    { ...unreadNewest, parts: unreadNewest.parts.map((part) => ({ ...part, mode: "asc" as const })) },
    {
      ...unreadNewest,
      parts: unreadNewest.parts.map((part) =>
        part.path === "isUnread" ? { ...part, mode: "contains" as const } : part,
      ),
    },
  ];
  const { missing, unused } = compareIndexes(others, { indexes: [index], fieldOverrides: [] });
  expect(missing).toEqual([
    "things COLLECTION_GROUP: isUnread ASCENDING, at DESCENDING",
    "things COLLECTION: isUnread ASCENDING, at ASCENDING",
    "things COLLECTION: isUnread CONTAINS, at DESCENDING",
  ]);
  expect(unused).toEqual([line]);
});

it("wants a use for a field's index over a collection group, none for what only switches TTL on", () => {
  const overrides = [
    {
      collectionGroup: "parts",
      fieldPath: "colour",
      indexes: [{ order: "ASCENDING", queryScope: "COLLECTION_GROUP" }],
    },
    {
      collectionGroup: "feed",
      fieldPath: "expireAt",
      indexes: [{ order: "ASCENDING", queryScope: "COLLECTION" }],
    },
  ];
  const byColour: IndexShape = {
    group: "parts",
    scope: "group",
    parts: [
      { path: "colour", mode: "asc" },
      { path: "__name__", mode: "asc" },
    ],
  };
  const file = { indexes: [], fieldOverrides: overrides };
  expect(compareIndexes([], file)).toEqual({
    missing: [],
    unused: ["parts COLLECTION_GROUP: colour ASCENDING"],
  });
  expect(compareIndexes([byColour], file)).toEqual({ missing: [], unused: [] });
});

it("reads the needs of every project and database in a store", () => {
  const storage = openStorage({ dir: join(dir, "store"), synchronous: "normal" });
  storage.noteQuery("projects/one/databases/(default)", [{ ...unreadNewest, group: "first" }]);
  storage.noteQuery("projects/two/databases/other", [{ ...unreadNewest, group: "second" }]);
  storage.close();
  noteIndexNeeds(dir, "integration", join(dir, "store"));
  const { missing, unused } = checkIndexList(dir, ["integration", "e2e"]);
  expect(missing).toEqual([
    "first COLLECTION: isUnread ASCENDING, at DESCENDING",
    "second COLLECTION: isUnread ASCENDING, at DESCENDING",
  ]);
  expect(unused, "one part alone says nothing about what is unused").toBeNull();
  noteIndexNeeds(dir, "e2e", join(dir, "store"));
  expect(checkIndexList(dir, ["integration", "e2e"]).unused).not.toBeNull();
});
