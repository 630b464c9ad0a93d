import { cleanFilename } from "@/lib/domain/clean-filename";
import type { Message } from "@/lib/domain/message";
import { filenameOf } from "@/lib/inbox/media/find-file";
import type { SlotMedia } from "@/lib/inbox/media/slots";
import type { PersonThread } from "../read-person";

/** The folder of a thread: its channel, by kind and id. Pure. */
export const folderOf = ({ conversation }: Pick<PersonThread, "conversation">): string =>
  cleanFilename(`${conversation.channel} ${conversation.channelId}`).replaceAll(" ", "-");

/** Where a file of a message stands in the zip: when it was sent, a few letters of the message, its own name. Pure. */
export function mediaName(thread: PersonThread, message: Message, { slot, media }: SlotMedia): string {
  const name = cleanFilename(filenameOf(message, slot, media.file));
  const day = new Date(message.sentAt).toISOString().slice(0, 10);
  return `media/${folderOf(thread)}/${day} ${message.id.slice(-6)}${slot === "0" ? "" : `-${slot}`} ${name}`;
}
