import { initializeApp } from "firebase-admin/app";
import { type Firestore, initializeFirestore } from "firebase-admin/firestore";
import { closedAddress } from "./internet";

let made = 0;

/** A client of a store that does not answer. */
export async function silentStore(): Promise<Firestore> {
  made += 1;
  const app = initializeApp({ projectId: "demo-doctor-silent" }, `silent-${made}`);
  const firestore = initializeFirestore(app, {}, "(default)");
  const host = new URL(await closedAddress()).host;
  firestore.settings({ host, ssl: false, ignoreUndefinedProperties: true });
  return firestore;
}
