import { refsOf } from "@/lib/inbox/ingest/refs-of";
import { db } from "@/lib/store/firestore";
import { erasedRow, providerMessages } from "@/lib/store/provider-messages";
import { type EventWithBody, eventsWithBodyAfter, rewriteEventBody } from "@/lib/store/webhook-events";
import { erasedMessagesIn } from "./erased-messages-in";
import { idsOfPerson } from "./ids-of-person";
import { redactEvent } from "./redact-event";
import type { RunningErasure, StepOptions, StepResult } from "./step";

const PAGE = 40;

/**
 * Looks through a page of all webhooks as they came, and takes the person's items out. What was received after the
 * erasure began is left alone: it waits, and then begins anew or is found to be about something erased.
 */
export async function eraseRawEvents(
  { subject, cursor, startedAt }: RunningErasure,
  { now }: StepOptions,
): Promise<StepResult> {
  const page = await eventsWithBodyAfter(cursor, PAGE);
  const names = idsOfPerson(subject.names);
  let rawEvents = 0;
  for (const stored of page) {
    if (stored.event.receivedAt <= startedAt) rawEvents += await eraseFrom(stored, names, now);
  }
  const last = page.at(-1);
  const isDone = page.length < PAGE || !last;
  return { isDone, cursor: isDone ? null : last.event.id, counts: { rawEvents } };
}

async function eraseFrom(stored: EventWithBody, names: readonly string[], now: number): Promise<number> {
  const redacted = redactEvent(stored, names, await erasedMessagesIn(stored));
  if (!redacted) return 0;
  const batch = db().batch();
  for (const { key, channelId } of redacted.messageKeys) {
    batch.set(providerMessages().doc(key), erasedRow(key, channelId, now));
  }
  await batch.commit();
  const { body, erasedItems, items } = redacted;
  await rewriteEventBody(stored.event.id, body, { erasedItems, refs: await refsOf(items) });
  return 1;
}
