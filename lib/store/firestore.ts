import { getApps, initializeApp } from "firebase-admin/app";
import { type Firestore, initializeFirestore } from "firebase-admin/firestore";
import { env } from "@/lib/env";

declare global {
  var parleyFirestore: Firestore | undefined;
}

/** The store. One client a process, also across hot reloads. No caller knows which engine answers. */
export function db(): Firestore {
  globalThis.parleyFirestore ??= open();
  return globalThis.parleyFirestore;
}

function open(): Firestore {
  const { FIREBASE_PROJECT_ID, GOOGLE_CLOUD_PROJECT, FIREBASE_DATABASE_ID } = env();
  const projectId = FIREBASE_PROJECT_ID ?? GOOGLE_CLOUD_PROJECT;
  const app = getApps()[0] ?? initializeApp(projectId ? { projectId } : undefined);
  const firestore = initializeFirestore(app, {}, FIREBASE_DATABASE_ID ?? "(default)");
  // gRPC would wait up to two minutes before it tries a store again that was away for long.
  firestore.settings({ ignoreUndefinedProperties: true, "grpc.max_reconnect_backoff_ms": 2000 });
  return firestore;
}
