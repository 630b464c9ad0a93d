import type { MediaFile, MediaSlot } from "@/lib/domain/media";
import type { Message } from "@/lib/domain/message";
import type { MessageMedia } from "@/lib/domain/message-content";

export type SlotMedia = { slot: MediaSlot; media: MessageMedia };

/** Every file of a message with its place. Pure. */
export function slotsOf(message: Message): SlotMedia[] {
  const story = message.replyTo?.story?.media;
  return [
    ...mediaOf(message).map((media, index) => ({ slot: String(index), media })),
    ...(story ? [{ slot: "story", media: story }] : []),
    ...(message.adMedia ? [{ slot: "ad", media: message.adMedia }] : []),
  ];
}

/** The file at one place; null when there is none. Pure. */
export function mediaAt(message: Message, slot: MediaSlot): MessageMedia | null {
  return slotsOf(message).find((one) => one.slot === slot)?.media ?? null;
}

/** A message with the file at one place changed. Pure. */
export function withFile(message: Message, slot: MediaSlot, file: MediaFile): Message {
  const { replyTo, content, adMedia } = message;
  if (slot === "ad") return adMedia ? { ...message, adMedia: { ...adMedia, file } } : message;
  if (slot === "story") {
    const story = replyTo?.story;
    if (!replyTo || !story?.media) return message;
    return { ...message, replyTo: { ...replyTo, story: { ...story, media: { ...story.media, file } } } };
  }
  if (!("media" in content) || !content.media) return message;
  const media = content.media.map((one, index) => (String(index) === slot ? { ...one, file } : one));
  return { ...message, content: { ...content, media } };
}

function mediaOf({ content }: Message): MessageMedia[] {
  return "media" in content ? (content.media ?? []) : [];
}
