import { createHash } from "node:crypto";
import type { MediaDownload, MediaFile } from "@/lib/domain/media";
import type { Message } from "@/lib/domain/message";
import { slotsOf } from "./slots";
import { downloadId } from "./with-pending-files";

/** Where a file of Meta's is put. The same file has the same key, so that an attempt that died leaves nothing behind for the next. Pure. */
export function keyOfDownload(row: Pick<MediaDownload, "channelId" | "id">): string {
  const digest = createHash("sha256").update(`${row.channelId}\n${row.id}`).digest("hex");
  return `in/${digest.slice(0, 2)}/${digest}`;
}

/** Every key under which a file and what was made of it can be. Pure. */
export function keysBeside(key: string): string[] {
  return [key, `${key}.webp`, `${key}.mp4`];
}

/** The keys that a file names. Pure. */
export function keysOfFile(file: MediaFile | undefined): string[] {
  return [file?.key, file?.thumbKey, file?.playKey].filter((key) => typeof key === "string");
}

/** Every key under which something of a message can be: what it names, and what a download may have left. Pure. */
export function keysOfMessage(message: Message): string[] {
  const keys = slotsOf(message).flatMap(({ slot, media }) => [
    ...keysOfFile(media.file),
    ...(media.uploadId
      ? []
      : keysBeside(keyOfDownload({ channelId: message.channelId, id: downloadId(message.id, slot) }))),
  ]);
  return [...new Set(keys)];
}
