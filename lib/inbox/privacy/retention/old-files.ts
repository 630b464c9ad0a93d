import type { MediaFile } from "@/lib/domain/media";
import type { Message } from "@/lib/domain/message";
import { showFile } from "@/lib/inbox/media/settle-download";
import { slotsOf } from "@/lib/inbox/media/slots";
import { fileMessagesBetween } from "@/lib/store/old-rows";
import { inUnit } from "@/lib/store/unit";
import { deleteFilesOf } from "../delete-files-of";

/**
 * Takes files of messages sent from `from` on and before `cutoff` off the disk; the messages stay and say so. At most
 * `limit` messages, oldest first. `upTo`: how far it came. Epoch ms.
 */
export async function dropOldFiles(
  from: number,
  cutoff: number,
  limit: number,
): Promise<{ dropped: number; upTo: number; isDone: boolean }> {
  const page = await fileMessagesBetween(from, cutoff).orderBy("sentAt").limit(limit).get();
  let dropped = 0;
  for (const row of page.docs) dropped += await dropFilesOf(row.data());
  const isDone = page.size < limit;
  if (isDone) return { dropped, upTo: cutoff, isDone };
  const last = page.docs.at(-1)?.data().sentAt ?? from;
  // More than a page can be of one and the same second, which is then taken whole.
  const sameTime = await fileMessagesBetween(last, last + 1).get();
  for (const row of sameTime.docs) dropped += await dropFilesOf(row.data());
  return { dropped, upTo: last + 1, isDone };
}

async function dropFilesOf(message: Message): Promise<number> {
  const here = slotsOf(message).filter(({ media }) => media.file?.state === "ready");
  if (here.length === 0) return 0;
  await deleteFilesOf(message);
  const { conversationId, id: messageId } = message;
  for (const { slot } of here) {
    await inUnit((unit) => showFile(unit, { conversationId, messageId, slot }, dropped));
  }
  return here.length;
}

const dropped = (file: MediaFile): MediaFile => ({
  ...file,
  state: "expired",
  failure: "dropped",
  key: null,
  thumbKey: null,
  playKey: null,
  wave: null,
});
