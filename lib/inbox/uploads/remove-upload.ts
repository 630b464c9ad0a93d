import type { Upload } from "@/lib/domain/media";
import type { Actor } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { mediaDisk } from "@/lib/inbox/media/disk";
import { isDocumentId } from "@/lib/inbox/outbound/locate";
import { inUnit } from "@/lib/store/unit";
import { uploads } from "@/lib/store/uploads";

/** Gives up a file that was chosen and not sent. Errors: `upload_not_found`, `conflict` once it was sent. */
export async function removeUpload(actor: Actor, id: string): Promise<Result<null>> {
  if (!isDocumentId(id)) return fail("upload_not_found", "There is no such file");
  const taken = await inUnit(async (unit): Promise<Result<Upload>> => {
    const upload = await unit.get(uploads().doc(id));
    if (upload?.memberId !== actor.id) return fail("upload_not_found", "There is no such file");
    if (upload.sentMessageId !== null) return fail("conflict", "This file is part of a message");
    unit.delete(uploads().doc(id));
    return ok(upload);
  });
  if (!taken.ok) return taken;
  await deleteBytes(taken.data);
  return ok(null);
}

/** Takes an upload's files off the media disk. Never throws: what stays there is named by nothing. */
export async function deleteBytes({ file }: Upload): Promise<void> {
  const disk = mediaDisk();
  const keys = [file.key, file.thumbKey, file.playKey ?? null].filter((key) => key !== null);
  if (disk) await Promise.allSettled(keys.map((key) => disk.delete(key)));
}
