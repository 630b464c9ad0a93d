import type { Query, Transaction, WriteBatch } from "firebase-admin/firestore";
import { AuditEntry } from "@/lib/domain/audit";
import type { AuditFilter } from "@/lib/domain/audit-filter";
import { db } from "./firestore";
import { typedCollection } from "./typed-collection";

/** `auditLog/<ulid>`. Entries are only ever created here; retention alone takes old ones out. */
export const auditLog = () => typedCollection("auditLog", AuditEntry);

/** Leaves an entry in the same transaction or batch as the change it tells of. */
export function addAuditEntry(writer: Transaction | WriteBatch, entry: AuditEntry): void {
  (writer as WriteBatch).create(auditLog().doc(entry.id), entry);
}

/**
 * The entries that a filter may mean, in no order yet: Firestore narrows by time and by one thing more, so that three
 * indexes serve every combination. The rest is the reader's to leave out.
 */
export function auditEntriesFor({ who, what, about, from, to }: AuditFilter): Query<AuditEntry> {
  let query: Query<AuditEntry> = auditLog();
  if (about) query = query.where("about", "array-contains-any", about);
  else if (who) query = query.where("actor.id", "==", who);
  else if (what) query = query.where("subject.kind", "==", what.split(".")[0]);
  if (from !== undefined) query = query.where("at", ">=", from);
  if (to !== undefined) query = query.where("at", "<", to);
  return query;
}

/**
 * Deletes entries older than `at` (epoch ms), the oldest first, at most `limit` (500) of them, as one. Answers how
 * many: fewer than `limit` means that no older one is left. The only way out of the log; retention's alone.
 */
export async function deleteAuditBefore(at: number, limit = 500): Promise<number> {
  const old = await auditLog().where("at", "<", at).orderBy("at").limit(limit).get();
  const batch = db().batch();
  for (const entry of old.docs) batch.delete(entry.ref);
  await batch.commit();
  return old.size;
}

/** Entries older than `at` (epoch ms), in no order: what `deleteAuditBefore` would delete. */
export const auditBefore = (at: number): Query<AuditEntry> => auditLog().where("at", "<", at);

/** The store's own key for pseudonyms, made at first use; the same on every instance. */
export async function pseudonymKey(fresh: () => string): Promise<string> {
  const ref = db().collection("settings").doc("pseudonyms");
  const known = (await ref.get()).get("key");
  if (typeof known === "string") return known;
  const made = fresh();
  try {
    await ref.create({ key: made });
    return made;
  } catch {
    const others = (await ref.get()).get("key");
    if (typeof others !== "string") throw new Error("The pseudonym key could not be stored");
    return others;
  }
}
