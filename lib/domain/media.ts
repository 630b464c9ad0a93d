import { z } from "zod";

/** `expired`: Meta's 7 days (or a story's day) were over before the file could be fetched. */
export const MediaState = z.enum(["pending", "ready", "failed", "expired"]);
export type MediaState = z.infer<typeof MediaState>;

/** Why there is no file, a key of `media.failures` in the message catalogue. */
export const MediaFailure = z.enum([
  "unreachable",
  "refused",
  "gone",
  "too_large",
  "hash_mismatch",
  "empty",
  "disk_full",
  "channel_disconnected",
  /** It was here, and was deleted as old as files are kept. */
  "dropped",
]);
export type MediaFailure = z.infer<typeof MediaFailure>;

/** The copy of a media file on our own disk, and what is known of it. */
export const MediaFile = z.object({
  state: MediaState,
  /** Where the bytes are on the media disk; null until `ready`. Never leaves the server. */
  key: z.string().nullable().meta({ description: "Always null in answers" }),
  /** A small WebP picture of it on the same disk. */
  thumbKey: z.string().nullable().meta({ description: "Always null in answers" }),
  /** Of OGG voice notes: the same sound in an MP4, which Safari plays. Never leaves the server either. */
  playKey: z.string().nullable().optional().meta({ description: "Never in answers" }),
  /** What the bytes are, by looking at them; before that what Meta said. */
  mimeType: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  /** Of pictures and videos, upright, in pixels. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** Of sound and video. */
  durationMs: z.number().nullable(),
  /** Loudness of a voice note in 64 steps, 0 to 100. */
  wave: z.array(z.number()).nullable(),
  failure: MediaFailure.nullable(),
});
export type MediaFile = z.infer<typeof MediaFile>;

/** A file that has still to be fetched; `mimeType` as Meta said. Pure. */
export function pendingFile(mimeType: string | null): MediaFile {
  return {
    state: "pending",
    key: null,
    thumbKey: null,
    mimeType,
    sizeBytes: null,
    width: null,
    height: null,
    durationMs: null,
    wave: null,
    failure: null,
  };
}

/** Which file of a message: its place in `content.media`, the story it answers, or the picture of the ad it came from. */
export const MediaSlot = z.union([z.literal("story"), z.literal("ad"), z.string().regex(/^\d{1,2}$/)]);
export type MediaSlot = z.infer<typeof MediaSlot>;

/**
 * `mediaDownloads/<message id>_<slot>`: a file of Meta's that is still to be fetched. Gone once it is ready or given
 * up. Times are epoch milliseconds; `giveUpAt` is when Meta's copy dies.
 */
export const MediaDownload = z.object({
  id: z.string(),
  channelId: z.string(),
  conversationId: z.string(),
  messageId: z.string(),
  slot: MediaSlot,
  mediaId: z.string().nullable(),
  url: z.string().nullable(),
  mimeType: z.string().nullable(),
  sha256: z.string().nullable(),
  tries: z.number(),
  dueAt: z.number(),
  leaseUntil: z.number().nullable(),
  giveUpAt: z.number(),
  createdAt: z.number(),
});
export type MediaDownload = z.infer<typeof MediaDownload>;

/**
 * `uploads/<id>`: a file an agent has chosen and not sent yet, or has sent. `file` is its copy on the media disk,
 * already in a format the channel takes. Deleted after a day when it was never sent.
 */
export const Upload = z.object({
  id: z.string(),
  /** Null for the header of a template that begins a conversation: the channel is known, the conversation is not. */
  conversationId: z.string().nullable(),
  channelId: z.string(),
  /** Who chose it, a member or an API key: only they may send it. */
  memberId: z.string(),
  kind: z.enum(["image", "video", "audio", "document", "sticker"]),
  isVoice: z.boolean(),
  filename: z.string().nullable(),
  sha256: z.string(),
  file: MediaFile,
  /** WhatsApp's media id once it was uploaded there; good for 30 days from `providerMediaAt` (epoch ms). */
  providerMediaId: z.string().nullable(),
  providerMediaAt: z.number().nullable(),
  sentMessageId: z.string().nullable(),
  createdAt: z.number(),
});
export type Upload = z.infer<typeof Upload>;
