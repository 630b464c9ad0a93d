import type { Message } from "@/lib/domain/message";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import { slotsOf } from "@/lib/inbox/media/slots";
import { downloadId } from "@/lib/inbox/media/with-pending-files";
import { deleteBytes } from "@/lib/inbox/uploads/remove-upload";
import { db } from "@/lib/store/firestore";
import { forgetIdempotencyKeys } from "@/lib/store/idempotency-keys";
import { mediaDownloads } from "@/lib/store/media-downloads";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { erasedRow, providerMessages, rowsOfMessagesIn } from "@/lib/store/provider-messages";
import { uploads } from "@/lib/store/uploads";
import { deleteFilesOf } from "../delete-files-of";
import type { RunningErasure, StepOptions, StepResult } from "./step";

const PAGE = 50;
const ROWS = 200;

/** From here on whatever is told of their messages is about nothing: Meta's ids lead nowhere, and stay known as erased. */
export async function eraseProviderIds(
  { subject }: RunningErasure,
  { now }: StepOptions,
): Promise<StepResult> {
  for (const id of subject.conversationIds) {
    const rows = await rowsOfMessagesIn(id).limit(ROWS).get();
    if (rows.empty) continue;
    const batch = db().batch();
    for (const row of rows.docs) {
      const { channelId } = row.data();
      batch.set(providerMessages().doc(row.id), erasedRow(row.id, channelId, now));
    }
    await batch.commit();
    return { isDone: false };
  }
  return { isDone: true };
}

/** Some messages with their files, from the disk first: what is not there any more can be deleted again. */
export async function eraseMessages({ subject }: RunningErasure, { now }: StepOptions): Promise<StepResult> {
  for (const id of subject.conversationIds) {
    const page = await messagesOf(id).limit(PAGE).get();
    if (page.empty) continue;
    const messages = page.docs.map((row) => row.data());
    let files = 0;
    for (const message of messages) files += await deleteFilesOf(message);
    const byApi = messages.filter(({ author }) => author.kind === "api");
    await forgetIdempotencyKeys(byApi.map((message) => message.id));
    const batch = db().batch();
    for (const message of messages) {
      for (const key of keysOfNews(message)) {
        batch.set(providerMessages().doc(key), erasedRow(key, message.channelId, now));
      }
      for (const { slot } of slotsOf(message))
        batch.delete(mediaDownloads().doc(downloadId(message.id, slot)));
      batch.delete(outbox().doc(message.id));
      batch.delete(messagesOf(id).doc(message.id));
    }
    await batch.commit();
    return { isDone: false, counts: { messages: messages.length, files } };
  }
  return { isDone: true };
}

/** Files that were chosen for them, sent or not. */
export async function eraseUploads({ subject }: RunningErasure): Promise<StepResult> {
  let files = 0;
  for (const id of subject.conversationIds) {
    const chosen = await uploads().where("conversationId", "==", id).get();
    for (const row of chosen.docs) {
      await deleteBytes(row.data());
      await uploads().doc(row.id).delete();
      files += 1;
    }
  }
  return { isDone: true, counts: { files } };
}

/** Under what Meta may still tell of a message: its id, or ours when it has not named one yet. Pure. */
export function keysOfNews({ id, channelId, direction, providerMessageId }: Message): string[] {
  const names = providerMessageId ? [providerMessageId] : direction === "outbound" ? [id] : [];
  return names.map((name) => providerMessageKey(channelId, name));
}
