import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/store/firestore";
import { indexesMissing, indexesNeeded } from "../../scripts/test/index-usage";

const none = { indexes: [], fieldOverrides: [] };
const { FIRESTORE_EMULATOR_HOST: host = "", FIREBASE_PROJECT_ID: suiteProject = "" } = process.env;
const projectId = `${suiteProject}-indexes`;

// Bad queries on purpose, so in a project that the check after every suite does not look at.
beforeAll(() => {
  process.env.FIREBASE_PROJECT_ID = projectId;
});
afterAll(() => {
  process.env.FIREBASE_PROJECT_ID = suiteProject;
});

it("asks for no composite index when Firestore's own single-field index is enough", async () => {
  await db().collection("things").orderBy("someTime", "desc").limit(1).get();
  await db().collection("things").where("isUnread", "==", true).get();
  expect(indexesMissing(await indexesNeeded(host, projectId), none)).toEqual([]);
});

it("tells of a query that would need an index in production, until the file has it", async () => {
  await db().collection("things").where("isUnread", "==", true).orderBy("someTime", "desc").get();
  const needed = await indexesNeeded(host, projectId);
  expect(indexesMissing(needed, none)).toEqual([
    "things COLLECTION: isUnread ASCENDING, someTime DESCENDING",
  ]);
  const fields = [
    { fieldPath: "isUnread", order: "ASCENDING" },
    { fieldPath: "someTime", order: "DESCENDING" },
  ];
  const index = { collectionGroup: "things", queryScope: "COLLECTION", fields };
  expect(indexesMissing(needed, { ...none, indexes: [index] })).toEqual([]);
});

it("tells of a collection group query on one field, until the file has it", async () => {
  await db().collectionGroup("parts").where("colour", "==", "red").get();
  const needed = (await indexesNeeded(host, projectId)).filter((index) => index.collectionGroup === "parts");
  expect(indexesMissing(needed, none)).toEqual(["parts COLLECTION_GROUP: colour ASCENDING"]);
  const override = {
    collectionGroup: "parts",
    fieldPath: "colour",
    indexes: [{ queryScope: "COLLECTION_GROUP" }],
  };
  expect(indexesMissing(needed, { ...none, fieldOverrides: [override] })).toEqual([]);
});
