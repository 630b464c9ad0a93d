import { verdictOf } from "@/lib/domain/rehearsal";
import type { ReplayMode, ReplayVerdict } from "@/lib/domain/replay";
import { yieldToAnswers } from "@/lib/inbox/ingest/ack-pressure";
import { rehearseWebhookEvent } from "@/lib/inbox/ingest/rehearse-event";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { log } from "@/lib/log";

/** CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE: the store does not answer, so nothing is said of the event. */
const unanswered = new Set<unknown>([1, 4, 8, 14]);

/**
 * One event of many; whoever started the replay may do this, and the entry about that stands for each of them. Throws
 * only when the store does not answer.
 */
export async function replayOne(id: string, mode: ReplayMode): Promise<ReplayVerdict> {
  await yieldToAnswers();
  try {
    return await verdictOn(id, mode);
  } catch (error) {
    if (unanswered.has((error as { code?: unknown } | null)?.code)) throw error;
    log.warn({ err: error, eventId: id }, "A webhook event could not be replayed");
    return "failing";
  }
}

async function verdictOn(id: string, mode: ReplayMode): Promise<ReplayVerdict> {
  if (mode === "rehearsal") {
    const rehearsed = await rehearseWebhookEvent(systemActor, id);
    return rehearsed.ok ? verdictOf(rehearsed.data) : "skipped";
  }
  const replayed = await replayWebhookEvent(systemActor, id, { isPartOfMany: true });
  return replayed.ok ? replayed.data.became : "skipped";
}
