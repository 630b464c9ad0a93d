import { expect, test } from "vitest";
import { RecentCommits } from "@/embedded-firestore/listen/recent-commits";
import { documentName } from "@/embedded-firestore/values/document-name";
import { database } from "./listen-client";

const commitOf = (commitTime: number, ...ids: string[]) => ({
  database,
  commitTime,
  changes: ids.map((id) => ({ name: documentName(database, "c", id), before: null, after: null })),
});
const idsSince = (recent: RecentCommits, version: number) => {
  const changed = recent.changedSince(database, version);
  return changed && [...changed.values()].map(({ name }) => name.id).join();
};

test("tells what changed after a version, each document once", () => {
  const recent = new RecentCommits(10, 100);
  recent.add(commitOf(11, "a", "b"));
  recent.add(commitOf(15, "b", "c"));
  expect([10, 11, 12, 15, 20].map((version) => idsSince(recent, version))).toEqual([
    "a,b,c",
    "b,c",
    "b,c",
    "",
    "",
  ]);
});

test("knows nothing of versions before its time, nor before what it has forgotten", () => {
  const recent = new RecentCommits(10, 4);
  for (let at = 11; at <= 40; at++) recent.add(commitOf(at, `a${at}`, `b${at}`));
  expect(idsSince(recent, 9)).toBeNull();
  expect(idsSince(recent, 37)).toBeNull();
  expect(idsSince(recent, 38)).toBe("a39,b39,a40,b40");
});

test("keeps databases apart", () => {
  const recent = new RecentCommits(10, 100);
  recent.add({ ...commitOf(11, "a"), database: "projects/demo/databases/other" });
  expect(idsSince(recent, 10)).toBe("");
});
