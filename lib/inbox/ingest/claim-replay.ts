import type { Actor } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { isInWork, type WebhookEvent } from "@/lib/domain/webhook-event";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { isDocumentId } from "@/lib/store/document-id";
import { inTransaction } from "@/lib/store/transaction";
import { webhookEvents } from "@/lib/store/webhook-events";

const CLAIM_MS = 60_000;

type Options = { now: number; isAudited: boolean };

/**
 * Takes an event to process it afresh: from here on it has no outcomes, and nobody else works on it for a minute;
 * should this process die, the sweep finishes it. Answers with it as it was before. `conflict` while another works on
 * it, `not_found`. Epoch ms.
 */
export async function claimReplay(
  actor: Actor,
  id: string,
  { now, isAudited }: Options,
): Promise<Result<WebhookEvent>> {
  if (!isDocumentId(id)) return unknown;
  const ref = webhookEvents().doc(id);
  return inTransaction(async (tx) => {
    const before = (await tx.get(ref)).data();
    if (!before) return unknown;
    if (isInWork(before, now)) return fail("conflict", "This webhook event is being processed just now.");
    const until = now + CLAIM_MS;
    const leases = { dueAt: until, leaseUntil: until };
    const detail = { channel: before.channel, state: before.state };
    const subject = { kind: "webhook_event", id } as const;
    const entry = await auditEntry(actor, { action: "webhook_event.replayed", subject, detail }, now);
    tx.update(ref, { state: "received", attempts: 0, items: [], error: null, ...leases });
    if (isAudited) addAuditEntry(tx, entry);
    return ok(before);
  });
}

const unknown = fail("not_found", "There is no such webhook event");
