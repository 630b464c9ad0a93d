import type { Erasure } from "@/lib/domain/erasure";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { contacts } from "@/lib/store/contacts";
import { erasures } from "@/lib/store/erasures";
import { identities } from "@/lib/store/identities";
import { merges } from "@/lib/store/merges";
import { inTransaction } from "@/lib/store/transaction";
import { actorOf } from "./actor-of";
import type { RunningErasure } from "./step";

/**
 * The last of them: contacts and names go in the same transaction in which the erasure forgets whom it was about and the
 * audit log keeps that it happened. From here on they are a stranger.
 */
export async function finishErasure({ id, subject }: RunningErasure, now: number): Promise<Erasure | null> {
  return inTransaction(async (tx) => {
    const current = (await tx.get(erasures().doc(id))).data();
    if (!current?.subject) return current ?? null;
    const rows = await Promise.all(
      subject.contactIds.map((contactId) => tx.get(identities().where("contactId", "==", contactId))),
    );
    const done: Erasure = {
      ...current,
      state: "done",
      subject: null,
      cursor: null,
      waitingSince: null,
      finishedAt: now,
      dueAt: null,
      leaseUntil: null,
    };
    const entry = await auditEntry(
      actorOf(current),
      {
        action: "contact.erased",
        subject: { kind: "contact", id: subject.contactId },
        detail: { erasureId: id, ...current.counts },
      },
      now,
    );
    for (const row of rows.flatMap(({ docs }) => docs)) tx.delete(identities().doc(row.id));
    for (const contactId of subject.contactIds) {
      tx.delete(merges().doc(contactId));
      tx.delete(contacts().doc(contactId));
    }
    tx.set(erasures().doc(id), done);
    addAuditEntry(tx, entry);
    return done;
  });
}
