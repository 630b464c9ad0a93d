import type { CollectionReference } from "firebase-admin/firestore";
import { db } from "@/lib/store/firestore";

/** What a replay may leave behind: who asked for it, how far it is, and whose turn a job is. */
const books = new Set(["auditLog", "replays", "leases"]);
/** What an event says about its own processing. */
const bookkeeping = [
  "attempts",
  "processedAt",
  "firstProcessedAt",
  "durationMs",
  "dueAt",
  "leaseUntil",
  "state",
  "error",
  "items",
];

/** Every document of the store by its path, as it stands there, but for the books that are kept about replays. */
export async function dumpEverything(): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const collection of await db().listCollections()) {
    if (!books.has(collection.id)) await collect(collection, rows);
  }
  return Object.fromEntries(Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function collect(collection: CollectionReference, rows: Record<string, unknown>): Promise<void> {
  for (const document of (await collection.get()).docs) {
    const data = document.data();
    if (collection.id === "webhookEvents") for (const name of bookkeeping) delete data[name];
    // The store's own key is made at its first use, whatever that is.
    if (document.ref.path !== "settings/pseudonyms") rows[document.ref.path] = data;
    if (!["conversations", "webhookEvents"].includes(collection.id)) continue;
    for (const below of await document.ref.listCollections()) await collect(below, rows);
  }
}
