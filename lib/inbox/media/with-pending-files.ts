import { isFileLink } from "@/lib/channels/meta-hosts";
import { type MediaDownload, type MediaSlot, pendingFile } from "@/lib/domain/media";
import type { Message } from "@/lib/domain/message";
import type { MessageContent, MessageMedia } from "@/lib/domain/message-content";
import { type SlotMedia, slotsOf } from "./slots";

const DAY_MS = 24 * 3600_000;
/** Ids in webhooks: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
const ID_LIFE_MS = 7 * DAY_MS;
/** Instagram's links end when they like; a story's after a day. */
const LINK_LIFE_MS = DAY_MS;

/**
 * A message with a waiting file for everything of Meta's that it names, stories and shared posts included. What has a
 * file already keeps it.
 * `graphUrls`: the configured addresses of the Graph API. Pure.
 */
export function withPendingFiles(message: Message, graphUrls: readonly string[]): Message {
  const { replyTo } = message;
  const story = replyTo?.story ?? null;
  const adPicture = adPictureOf(message.referral);
  return {
    ...message,
    ...(adPicture && isFileLink(adPicture, graphUrls)
      ? { adMedia: message.adMedia ?? linked(adPicture) }
      : {}),
    content: contentWithFiles(message.content, graphUrls),
    replyTo:
      replyTo && story?.url
        ? { ...replyTo, story: { ...story, media: story.media ?? linked(story.url) } }
        : replyTo,
  };
}

/** What has still to be fetched for a message. `now` in epoch ms. Pure. */
export function downloadsFor(message: Message, now: number): MediaDownload[] {
  return slotsOf(message)
    .filter(({ media }) => media.file?.state === "pending")
    .map((slot) => downloadOf(message, slot, now));
}

/** One file to fetch, from the start. `now` in epoch ms. Pure. */
export function downloadOf(message: Message, { slot, media }: SlotMedia, now: number): MediaDownload {
  return {
    id: downloadId(message.id, slot),
    channelId: message.channelId,
    conversationId: message.conversationId,
    messageId: message.id,
    slot,
    mediaId: media.mediaId,
    url: media.url,
    mimeType: media.mimeType,
    sha256: media.sha256,
    tries: 0,
    dueAt: now,
    leaseUntil: null,
    giveUpAt: giveUpAt(message, media),
    createdAt: now,
  };
}

/** When Meta's copy is gone for good, epoch ms. Pure. */
export const giveUpAt = (
  message: Pick<Message, "receivedAt">,
  media: Pick<MessageMedia, "mediaId">,
): number => message.receivedAt + (media.mediaId ? ID_LIFE_MS : LINK_LIFE_MS);

export const downloadId = (messageId: string, slot: MediaSlot): string => `${messageId}_${slot}`;

function contentWithFiles(content: MessageContent, graphUrls: readonly string[]): MessageContent {
  switch (content.kind) {
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return { ...content, media: content.media.map(waiting) };
    case "story_mention":
      return content.url ? { ...content, media: content.media ?? [linked(content.url)] } : content;
    case "share":
      // A post's page is no file; only links to Meta's file servers are worth a try.
      return content.url && isFileLink(content.url, graphUrls)
        ? { ...content, media: content.media ?? [linked(content.url)] }
        : content;
    default:
      return content;
  }
}

function waiting(media: MessageMedia): MessageMedia {
  const hasSource = media.mediaId !== null || media.url !== null;
  return hasSource && !media.file ? { ...media, file: pendingFile(media.mimeType) } : media;
}

/** WhatsApp's referral is flat, Instagram's ads have theirs inside; of a video there is a picture on WhatsApp only. */
function adPictureOf(referral: Message["referral"]): string | null {
  const inside = referral?.ads_context_data;
  const nested =
    typeof inside === "object" && inside !== null && "photo_url" in inside ? inside.photo_url : null;
  const picture = referral?.image_url ?? referral?.thumbnail_url ?? nested;
  return typeof picture === "string" && picture !== "" ? picture : null;
}

const linked = (url: string): MessageMedia => ({
  mediaId: null,
  url,
  mimeType: null,
  sha256: null,
  file: pendingFile(null),
});
