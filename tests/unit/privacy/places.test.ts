import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { collectionsAndPeople } from "@/lib/inbox/privacy/where-people-are";

const collections = new Set(
  globSync("lib/store/**/*.ts").flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/(?:[cC]ollection|collectionGroup)(?:<\w+>)?\(\s*"(\w+)"/g)].map(
      (match) => match[1] ?? "",
    ),
  ),
);

describe("where something of a person can be", () => {
  it.each([...collections].sort())("is decided for %s", (name) => {
    expect(Object.keys(collectionsAndPeople)).toContain(name);
  });

  it("names no collection that is not there", () => {
    expect(Object.keys(collectionsAndPeople).filter((name) => !collections.has(name))).toEqual([]);
  });

  it("is told for every erasure in words", () => {
    for (const place of Object.values(collectionsAndPeople)) {
      expect(Object.values(place)[0]?.length).toBeGreaterThan(3);
    }
  });
});
