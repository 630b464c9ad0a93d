import type { Transaction, WriteBatch } from "firebase-admin/firestore";
import { AuditEntry } from "@/lib/domain/audit";
import { db } from "./firestore";
import { typedCollection } from "./typed-collection";

/** `auditLog/<ulid>`. Entries are only ever created here; retention alone takes old ones out. */
export const auditLog = () => typedCollection("auditLog", AuditEntry);

/** Leaves an entry in the same transaction or batch as the change it tells of. */
export function addAuditEntry(writer: Transaction | WriteBatch, entry: AuditEntry): void {
  (writer as WriteBatch).create(auditLog().doc(entry.id), entry);
}

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
