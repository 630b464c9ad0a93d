import type { Message } from "@/lib/domain/message";
import { mediaDisk } from "@/lib/inbox/media/disk";
import { type SlotMedia, slotsOf } from "@/lib/inbox/media/slots";
import type { Person, PersonThread } from "../read-person";
import { eachMessage } from "./each-message";
import type { ExportFile } from "./files-of-export";
import { mediaName } from "./names";

type Found = { thread: PersonThread; message: Message; slot: SlotMedia; sizeBytes: number | null };

/** What files there are and ought to be, as one JSON list: `missing` says why one is not in the zip. */
export async function* mediaIndex(person: Person): AsyncIterable<string> {
  let isFirst = true;
  yield "[";
  for await (const { thread, message, slot, sizeBytes } of eachFile(person)) {
    const { file } = slot.media;
    const row = {
      file: sizeBytes === null ? null : mediaName(thread, message, slot),
      conversationId: message.conversationId,
      messageId: message.id,
      sentAt: new Date(message.sentAt).toISOString(),
      direction: message.direction,
      mimeType: file?.mimeType ?? slot.media.mimeType,
      sizeBytes,
      missing:
        sizeBytes === null
          ? file?.state === "ready"
            ? "not_on_disk"
            : (file?.state ?? "never_copied")
          : null,
    };
    yield `${isFirst ? "" : ","}\n  ${JSON.stringify(row)}`;
    isFirst = false;
  }
  yield "\n]\n";
}

/** The files themselves, each opened when it is its turn. */
export async function* mediaFiles(person: Person): AsyncIterable<ExportFile> {
  const disk = mediaDisk();
  for await (const { thread, message, slot, sizeBytes } of eachFile(person)) {
    const key = slot.media.file?.key;
    if (!disk || !key || sizeBytes === null) continue;
    yield { name: mediaName(thread, message, slot), contents: await disk.read(key) };
  }
}

async function* eachFile({ threads }: Person): AsyncIterable<Found> {
  const disk = mediaDisk();
  for (const thread of threads) {
    for await (const message of eachMessage(thread.conversation.id)) {
      for (const slot of slotsOf(message)) {
        const key = slot.media.file?.state === "ready" ? slot.media.file.key : null;
        yield { thread, message, slot, sizeBytes: key && disk ? await disk.size(key) : null };
      }
    }
  }
}
