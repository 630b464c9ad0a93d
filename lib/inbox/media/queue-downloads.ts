import type { Message } from "@/lib/domain/message";
import { mediaDownloads } from "@/lib/store/media-downloads";
import type { Unit } from "@/lib/store/unit";
import { graphUrls } from "./graph-urls";
import { downloadsFor, withPendingFiles } from "./with-pending-files";

/**
 * A new message with its waiting files, and in the same transaction a row for each that has to be fetched; their ids
 * are added to `downloads`.
 */
export async function queueDownloads(
  { unit, now, downloads }: { unit: Unit; now: number; downloads: Set<string> },
  built: Message,
): Promise<Message> {
  const message = withPendingFiles(built, graphUrls());
  const rows = downloadsFor(message, now);
  if (rows.length === 0) return message;
  await unit.load(rows.map((row) => mediaDownloads().doc(row.id)));
  for (const row of rows) {
    unit.set(mediaDownloads().doc(row.id), row);
    downloads.add(row.id);
  }
  return message;
}
