import { fail, ok, type Result } from "@/lib/domain/result";
import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { updateEvent, webhookEvents } from "@/lib/store/webhook-events";
import { processWebhookEvent } from "./process";

const CLAIM_MS = 60_000;

/** Processes an event again from its stored body, whatever became of it, and gives it back. `not_found`. */
export async function replayWebhookEvent(id: string, now = Date.now()): Promise<Result<WebhookEvent>> {
  const ref = webhookEvents().doc(id);
  if (!(await ref.get()).exists) return fail("not_found", "There is no such webhook event");
  await updateEvent(id, { state: "received", attempts: 0, items: [], error: null, dueAt: now + CLAIM_MS });
  await processWebhookEvent(id, undefined, now);
  const event = (await ref.get()).data();
  return event ? ok(event) : fail("not_found", "There is no such webhook event");
}
