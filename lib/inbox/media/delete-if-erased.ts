import type { MediaDownload } from "@/lib/domain/media";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { currentMessage } from "@/lib/inbox/outbound/locate";
import { mediaDownloads } from "@/lib/store/media-downloads";
import { inUnit } from "@/lib/store/unit";
import { mediaDisk } from "./disk";
import { keyOfDownload, keysBeside } from "./file-keys";

/** A file that was fetched while its message was erased leaves the disk again. One that another process fetches stays. */
export async function deleteIfErased(row: MediaDownload): Promise<void> {
  const disk = mediaDisk();
  const isWanted = await inUnit(async (unit) => {
    if (await unit.get(mediaDownloads().doc(row.id))) return true;
    return (await currentMessage(unit, systemActor, row.conversationId, row.messageId)) !== null;
  });
  if (isWanted || !disk) return;
  for (const key of keysBeside(keyOfDownload(row))) await disk.delete(key);
}
