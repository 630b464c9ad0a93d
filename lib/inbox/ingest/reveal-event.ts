import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { isDocumentId } from "@/lib/store/document-id";
import { inTransaction } from "@/lib/store/transaction";
import { readEventBody, webhookEvents } from "@/lib/store/webhook-events";
import { type EventBody, eventBodyOf } from "./event-body";

/** An event's body with what people wrote. Leaves an audit entry before it gives it. `forbidden`, `not_found`. */
export async function revealWebhookEvent(
  actor: Actor,
  id: string,
  now = Date.now(),
): Promise<Result<EventBody>> {
  if (!can(actor, "webhook-event.reveal")) return fail("forbidden", "Only admins see the content of events.");
  if (!isDocumentId(id)) return unknown;
  const ref = webhookEvents().doc(id);
  const found = await inTransaction(async (tx) => {
    const event = (await tx.get(ref)).data();
    if (!event) return false;
    const subject = { kind: "webhook_event", id } as const;
    const detail = { channel: event.channel };
    addAuditEntry(tx, await auditEntry(actor, { action: "webhook_event.revealed", subject, detail }, now));
    return true;
  });
  const raw = found ? await readEventBody(id) : null;
  return raw ? ok(eventBodyOf(raw)) : unknown;
}

const unknown = fail("not_found", "There is no such webhook event");
