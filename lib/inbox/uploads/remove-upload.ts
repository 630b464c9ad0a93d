import type { Upload } from "@/lib/domain/media";
import type { Actor } from "@/lib/domain/member";
import { can, mayReach } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { mediaDisk } from "@/lib/inbox/media/disk";
import { isDocumentId } from "@/lib/store/document-id";
import { inUnit } from "@/lib/store/unit";
import { uploads } from "@/lib/store/uploads";

/** Gives up a file that was chosen and not sent. Errors: `forbidden`, `upload_not_found`, `conflict` once it was sent. */
export async function removeUpload(actor: Actor, id: string): Promise<Result<null>> {
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send files");
  if (!isDocumentId(id)) return fail("upload_not_found", "There is no such file");
  const taken = await inUnit(async (unit): Promise<Result<Upload>> => {
    const upload = await unit.get(uploads().doc(id));
    if (upload?.memberId !== actor.id || !mayReach(actor, upload.channelId))
      return fail("upload_not_found", "There is no such file");
    if (upload.sentMessageId !== null) return fail("conflict", "This file is part of a message");
    unit.delete(uploads().doc(id));
    const within = upload.conversationId ? [upload.conversationId] : [];
    const removed = { action: "upload.removed", subject: { kind: "upload", id } as const, within };
    await leaveAuditEntry(unit, actor, removed);
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
