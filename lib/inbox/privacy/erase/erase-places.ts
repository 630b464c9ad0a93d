import { moveThreads } from "@/lib/inbox/contacts/move-threads";
import { forgetContactInWebhooks } from "@/lib/inbox/webhooks/forget-contact";
import { consentsOf } from "@/lib/store/consents";
import { conversations, conversationsOfContact } from "@/lib/store/conversations";
import { addFeedRow, forgetFeedOf } from "@/lib/store/feed";
import { db } from "@/lib/store/firestore";
import { merges } from "@/lib/store/merges";
import { eraseRecentRawEvents } from "./erase-raw-events";
import { hasWaited, type RunningErasure, type StepOptions, type StepResult } from "./step";

/** Threads on their way to another contact arrive first; then it is known which conversations there are. */
export async function finishMerges({ subject }: RunningErasure): Promise<StepResult> {
  for (const id of subject.contactIds) {
    if ((await merges().doc(id).get()).exists) await moveThreads(id);
  }
  const threads = await Promise.all(subject.contactIds.map((id) => conversationsOfContact(id).get()));
  const conversationIds = threads.flatMap(({ docs }) => docs.map(({ id }) => id));
  return { isDone: true, subject: { ...subject, conversationIds } };
}

/** The threads go, and every open screen is told so. */
export async function eraseConversations({ subject }: RunningErasure): Promise<StepResult> {
  let count = 0;
  for (const id of subject.conversationIds) {
    const ref = conversations().doc(id);
    const isThere = (await ref.get()).exists;
    const batch = db().batch();
    batch.delete(ref);
    addFeedRow(batch, { kind: "conversation", conversationId: id });
    await batch.commit();
    if (isThere) count += 1;
  }
  for (const id of subject.contactIds) {
    const words = await consentsOf(id).get();
    await Promise.all(words.docs.map((row) => consentsOf(id).doc(row.id).delete()));
    await forgetContactInWebhooks(id);
  }
  return { isDone: true, counts: { conversations: count } };
}

/**
 * When everybody who listens has heard of it, the news itself goes: it names the conversation. Whoever was away fetches
 * everything anew.
 */
export async function forgetNews(
  erasure: RunningErasure,
  { now, quietMs }: StepOptions,
): Promise<StepResult> {
  if (!hasWaited(erasure, now, quietMs)) return { isDone: false, laterMs: quietMs };
  for (const id of erasure.subject.conversationIds) await forgetFeedOf(id);
  for (const id of erasure.subject.contactIds) await forgetContactInWebhooks(id);
  const rawEvents = await eraseRecentRawEvents(erasure, now);
  const batch = db().batch();
  addFeedRow(batch, { kind: "erased" });
  await batch.commit();
  return { isDone: true, counts: { rawEvents } };
}
