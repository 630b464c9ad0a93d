import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { type EventBody, maskedBodyOf } from "@/lib/inbox/ingest/event-body";
import { readEventBody } from "@/lib/store/webhook-events";
import { readWebhookEvent } from "./read-webhook-event";

/** An event for its page: without what it is found by, and of its signature only that it is there. */
export type ShownEvent = Omit<WebhookEvent, "refs"> & { hasSignature: boolean };

export type EventDetails = {
  event: ShownEvent;
  /** Its body with the content hidden; null when it is no longer there. */
  body: EventBody | null;
};

/** One webhook event with what became of it and its body, content hidden. `forbidden`, `not_found`. */
export async function readEventDetails(actor: Actor, id: string): Promise<Result<EventDetails>> {
  if (!can(actor, "webhook-event.read"))
    return fail("forbidden", "This needs the permission webhook-event.read.");
  const event = await readWebhookEvent(id);
  if (!event) return fail("not_found", "There is no such webhook event");
  const raw = await readEventBody(id);
  const { refs: _refs, ...shown } = event;
  const { "x-hub-signature-256": signature, ...headers } = event.headers;
  return ok({
    event: { ...shown, headers, hasSignature: signature !== undefined },
    body: raw && maskedBodyOf(event.channel, raw),
  });
}
