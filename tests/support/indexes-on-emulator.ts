import { afterAll, expect } from "vitest";
import { indexesMissing, indexesNeeded } from "../../scripts/test/index-usage";

// The emulator answers a query that has no index; production does not. So every suite checks what its queries needed.
afterAll(async () => {
  const { FIRESTORE_EMULATOR_HOST: host = "", FIREBASE_PROJECT_ID: projectId = "" } = process.env;
  const needed = await indexesNeeded(host, projectId);
  expect(indexesMissing(needed), "indexes missing in firestore.indexes.json").toEqual([]);
});
