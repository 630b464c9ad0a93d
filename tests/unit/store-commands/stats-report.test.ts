import { expect, it } from "vitest";
import { statsReport } from "@/scripts/store/stats-report";

it("shows collections, indexes with their uses, and what Google's Firestore would need", () => {
  const parts = [
    { path: "state", mode: "asc" as const },
    { path: "at", mode: "desc" as const },
    { path: "__name__", mode: "desc" as const },
  ];
  const report = statsReport({
    fileBytes: 1_234_567,
    schemaVersion: 1,
    databases: [
      {
        name: "projects/parley/databases/(default)",
        collections: [{ path: "things/*/parts", collections: 3, documents: 12, bytes: 3400 }],
        indexes: [{ shape: { group: "parts", scope: "collection", parts }, rows: 12, uses: 7, usedAt: null }],
        queries: [{ shape: { group: "parts", scope: "group", parts }, uses: 2, usedAt: null }],
      },
    ],
  });
  expect(report).toBe(`1.2 MB on disk, schema 1

projects/parley/databases/(default): 12 documents

  collection      collections  documents    size
  things/*/parts            3         12  3.4 KB

  index               rows  uses
  parts: state, at ↓    12     7

  index that Google's Firestore would need  queries
  parts (group): state, at ↓                      2`);
});
