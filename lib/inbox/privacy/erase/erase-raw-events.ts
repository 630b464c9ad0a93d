import { refsOf } from "@/lib/inbox/ingest/refs-of";
import { db } from "@/lib/store/firestore";
import { erasedRow, providerMessages } from "@/lib/store/provider-messages";
import {
  type EventPlace,
  type EventWithBody,
  eventsReceivedAfter,
  eventsWithBodyAfter,
  rewriteEventBody,
} from "@/lib/store/webhook-events";
import { erasedMessagesIn } from "./erased-messages-in";
import { idsOfPerson } from "./ids-of-person";
import { redactEvent } from "./redact-event";
import type { RunningErasure, StepOptions, StepResult } from "./step";

const PAGE = 40;

/**
 * Looks through a page of all webhooks as they came, and takes the person's items out. What was received after the
 * erasure began and still waits is left alone: it begins anew, or is found to be about something erased.
 */
export async function eraseRawEvents(
  { subject, cursor, startedAt }: RunningErasure,
  { now }: StepOptions,
): Promise<StepResult> {
  const page = await eventsWithBodyAfter(cursor, PAGE);
  const names = idsOfPerson(subject.names);
  let rawEvents = 0;
  for (const stored of page) {
    if (isOver(stored, startedAt)) rawEvents += await eraseFrom(stored, names, now);
  }
  const last = page.at(-1);
  const isDone = page.length < PAGE || !last;
  return { isDone, cursor: isDone ? null : last.event.id, counts: { rawEvents } };
}

/** What came while the erasure ran and was taken in before its message was gone: a read, a delivery. */
export async function eraseRecentRawEvents(
  { subject, startedAt }: RunningErasure,
  now: number,
): Promise<number> {
  const names = idsOfPerson(subject.names);
  let rawEvents = 0;
  for (let after: EventPlace | null = null; ; ) {
    const page = await eventsReceivedAfter(startedAt, after, PAGE);
    for (const stored of page) {
      if (isOver(stored, startedAt)) rawEvents += await eraseFrom(stored, names, now);
    }
    const last = page.at(-1)?.event;
    if (!last || page.length < PAGE) return rawEvents;
    after = { receivedAt: last.receivedAt, id: last.id };
  }
}

/** About what was there before: nothing new was taken from them since the erasure began. */
function isOver({ event }: EventWithBody, startedAt: number): boolean {
  return event.receivedAt <= startedAt || event.state !== "received";
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
