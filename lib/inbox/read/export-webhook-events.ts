import type { EventFilter } from "@/lib/domain/event-filter";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";
import { readEventBody } from "@/lib/store/webhook-events";
import { findWebhookEvents } from "./find-webhook-events";

const PAGE = 100;
/** Bodies read at a time; each may be 3 MB. */
const BODIES = 10;

type Lines = AsyncGenerator<string, void, undefined>;

/**
 * The events that a filter means as JSON lines, newest first, a page in memory at a time. With content each has its
 * body, and that is in the audit log before the first line. `forbidden`, `bad_request`.
 */
export async function exportWebhookEvents(
  actor: Actor,
  filter: EventFilter,
  { withContent, now = Date.now() }: { withContent: boolean; now?: number },
): Promise<Result<Lines>> {
  const permission = withContent ? "webhook-event.reveal" : "webhook-event.read";
  if (!can(actor, permission)) return fail("forbidden", `This needs the permission ${permission}.`);
  if (withContent) await leaveEntry(actor, filter, now);
  return ok(linesOf(actor, filter, withContent));
}

async function* linesOf(actor: Actor, filter: EventFilter, withContent: boolean): Lines {
  let cursor: string | null = null;
  do {
    const page = await findWebhookEvents(actor, filter, { cursor, limit: PAGE });
    if (!page.ok) throw new Error(page.error.message);
    const { items } = page.data;
    for (let at = 0; at < items.length; at += BODIES) {
      const some = items.slice(at, at + BODIES);
      const bodies = withContent ? await Promise.all(some.map(({ id }) => readEventBody(id))) : [];
      for (const [index, event] of some.entries()) yield lineOf(event, bodies[index]);
    }
    cursor = page.data.nextCursor;
  } while (cursor !== null);
}

function lineOf(event: WebhookEvent, body: Buffer | null | undefined): string {
  const { id, channel, channelIds = [], state, receivedAt, processedAt, attempts, durationMs, items } = event;
  const line = {
    ...{ id, channel, channelIds, state, attempts },
    durationMs: durationMs ?? null,
    receivedAt: new Date(receivedAt).toISOString(),
    processedAt: processedAt === null ? null : new Date(processedAt).toISOString(),
    bodyBytes: event.bodyBytes,
    items,
    ...(body === undefined ? {} : { body: body === null ? null : JSON.parse(body.toString("utf8")) }),
  };
  return `${JSON.stringify(line)}\n`;
}

async function leaveEntry(actor: Actor, filter: EventFilter, now: number): Promise<void> {
  // What is looked for may be somebody's number.
  const { id, ...rest } = filter;
  const detail = { ...rest, byId: id !== undefined };
  const subject = { kind: "webhook_event", id: "export" } as const;
  const entry = await auditEntry(actor, { action: "webhook_event.exported", subject, detail }, now);
  await inTransaction(async (tx) => addAuditEntry(tx, entry));
}
