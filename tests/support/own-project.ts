import { randomBytes } from "node:crypto";
import { afterAll, expect } from "vitest";
import { indexesMissing, indexesNeeded } from "../../scripts/test/index-usage";

const host = process.env.FIRESTORE_EMULATOR_HOST;
if (!host) {
  throw new Error(
    "Integration tests need a Firestore: run `npm test -- integration`, or set FIRESTORE_EMULATOR_HOST.",
  );
}
// Every test file is a process of its own, so a project id made here is this file's alone.
process.env.FIREBASE_PROJECT_ID = `demo-test-${randomBytes(6).toString("hex")}`;

// The emulator answers a query that has no index; production does not. So every suite checks what its queries needed.
afterAll(async () => {
  const needed = await indexesNeeded(host, process.env.FIREBASE_PROJECT_ID ?? "");
  expect(indexesMissing(needed), "indexes missing in firestore.indexes.json").toEqual([]);
});
