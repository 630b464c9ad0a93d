import type { Message } from "@/lib/domain/message";
import { mediaDisk } from "@/lib/inbox/media/disk";
import { keysOfFile, keysOfMessage } from "@/lib/inbox/media/file-keys";
import { slotsOf } from "@/lib/inbox/media/slots";
import { uploadIdsOf } from "@/lib/inbox/outbound/uploads-for";
import { deleteBytes } from "@/lib/inbox/uploads/remove-upload";
import { uploads } from "@/lib/store/uploads";

/**
 * Deletes every file of a message from the media disk, with what was made of it and what was uploaded for it; a file
 * that another message has as well stays. Answers how many there were. Can be done again.
 */
export async function deleteFilesOf(message: Message): Promise<number> {
  const foreign = await deleteUploadsOf(message);
  const disk = mediaDisk();
  const keys = keysOfMessage(message).filter((key) => !foreign.has(key));
  if (disk) for (const key of keys) await disk.delete(key);
  return slotsOf(message).filter(({ media }) => media.file?.state === "ready").length;
}

async function deleteUploadsOf(message: Message): Promise<Set<string>> {
  const foreign = new Set<string>();
  for (const id of uploadIdsOf(message.content)) {
    const upload = (await uploads().doc(id).get()).data();
    if (!upload) continue;
    if (upload.sentMessageId !== null && upload.sentMessageId !== message.id) {
      for (const key of keysOfFile(upload.file)) foreign.add(key);
      continue;
    }
    await deleteBytes(upload);
    await uploads().doc(id).delete();
  }
  return foreign;
}
