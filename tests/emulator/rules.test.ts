import { readFileSync } from "node:fs";
import { initializeTestEnvironment, type RulesTestEnvironment } from "@firebase/rules-unit-testing";
import {
  addDoc,
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  setDoc,
  setLogLevel,
  updateDoc,
} from "firebase/firestore";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const paths = [
  "channels/wa_1",
  "contacts/wa_1",
  "identities/wa_id:1",
  "conversations/wa_1__wa_1",
  "conversations/wa_1__wa_1/messages/m1",
  "providerMessages/p1",
  "outbox/m1",
  "webhookEvents/e1",
  "feed/f1",
  "members/u1",
  "sessions/s1",
  "credentials/u1",
  "settings/s1",
  "anything/else",
];

let environment: RulesTestEnvironment;
const clients: [who: string, open: () => Firestore][] = [
  ["a stranger", () => environment.unauthenticatedContext().firestore() as unknown as Firestore],
  [
    "a signed-in admin",
    () => environment.authenticatedContext("u1", { role: "admin" }).firestore() as unknown as Firestore,
  ],
];

beforeAll(async () => {
  setLogLevel("silent");
  const [host = "", port = ""] = (process.env.FIRESTORE_EMULATOR_HOST ?? "").split(":");
  environment = await initializeTestEnvironment({
    projectId: `${process.env.FIREBASE_PROJECT_ID}-rules`,
    firestore: { host, port: Number(port), rules: readFileSync("firestore.rules", "utf8") },
  });
  await environment.withSecurityRulesDisabled(async (context) => {
    const open = context.firestore() as unknown as Firestore;
    for (const path of paths) await setDoc(doc(open, path), { role: "admin" });
  });
});

afterAll(() => environment.cleanup());

const denied = { code: "permission-denied" };

describe.each(clients)("with the Firestore client SDK %s", (_who, open) => {
  it.each(paths)("neither reads, lists, adds, changes nor deletes %s", async (path) => {
    const store = open();
    const document = doc(store, path);
    await expect(getDoc(document)).rejects.toMatchObject(denied);
    await expect(getDocs(document.parent)).rejects.toMatchObject(denied);
    await expect(addDoc(document.parent, { x: 1 })).rejects.toMatchObject(denied);
    await expect(setDoc(document, { x: 1 })).rejects.toMatchObject(denied);
    await expect(updateDoc(document, { x: 1 })).rejects.toMatchObject(denied);
    await expect(deleteDoc(document)).rejects.toMatchObject(denied);
  });

  it("lists no collection group", async () => {
    await expect(getDocs(collectionGroup(open(), "messages"))).rejects.toMatchObject(denied);
  });

  it("adds nothing to a collection of its own", async () => {
    await expect(addDoc(collection(open(), "mine"), { x: 1 })).rejects.toMatchObject(denied);
  });
});
