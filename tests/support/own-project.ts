import { randomBytes } from "node:crypto";

if (!process.env.FIRESTORE_EMULATOR_HOST) {
  throw new Error(
    "Integration tests need a Firestore: run `npm test -- integration`, or set FIRESTORE_EMULATOR_HOST.",
  );
}
// Every test file is a process of its own, so a project id made here is this file's alone.
process.env.FIREBASE_PROJECT_ID = `demo-test-${randomBytes(6).toString("hex")}`;
