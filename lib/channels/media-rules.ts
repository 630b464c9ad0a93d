import type { ChannelType } from "@/lib/domain/channel";
import type { Upload } from "@/lib/domain/media";

export type MediaKind = Upload["kind"];
export type MediaRule = { types: readonly string[]; maxBytes: number };

const KB = 1024;
const MB = 1024 * KB;

/** WhatsApp's stickers by what they are: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
export const stickerBytes = { still: 100 * KB, moving: 500 * KB } as const;
/** Above it WhatsApp shows a voice note with a download icon instead of a play icon. */
export const VOICE_PLAY_ICON_BYTES = 512 * KB;
/** A picture that is converted may come in this large; what goes out keeps to the channel's own cap. */
const CONVERTED_BYTES = 25 * MB;

/**
 * What each channel takes, by kind.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 * https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message
 */
export const mediaRules: Record<ChannelType, Partial<Record<MediaKind, MediaRule>>> = {
  whatsapp: {
    image: { types: ["image/jpeg", "image/png"], maxBytes: 5 * MB },
    video: { types: ["video/mp4", "video/3gpp"], maxBytes: 16 * MB },
    audio: {
      types: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
      maxBytes: 16 * MB,
    },
    document: {
      types: [
        "text/plain",
        "application/pdf",
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      ],
      maxBytes: 100 * MB,
    },
    sticker: { types: ["image/webp"], maxBytes: stickerBytes.moving },
  },
  instagram: {
    image: { types: ["image/png", "image/jpeg", "image/gif"], maxBytes: 8 * MB },
    video: {
      types: ["video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm"],
      maxBytes: 25 * MB,
    },
    audio: { types: ["audio/aac", "audio/mp4", "audio/wav"], maxBytes: 25 * MB },
    document: { types: ["application/pdf"], maxBytes: 25 * MB },
  },
};

/** Why a file is not taken: keys of `attachments.refused` in the message catalogue. */
export type MediaRefusal = "empty" | "type" | "too_large" | "sound" | "film" | "unreadable" | "no_stickers";

/** `conversion`: what it becomes before it goes out; null when it goes as it is. */
export type MediaVerdict =
  | { ok: true; kind: MediaKind; type: string; conversion: MediaConversion | null }
  | {
      ok: false;
      reason: MediaRefusal;
      kind: MediaKind | null;
      limitBytes: number | null;
      accepted: string[];
    };

/**
 * `still`: a moving picture loses its movement. `voice`: the same sound in what the channel plays as a voice note.
 * `film`: the same film in a container the channel takes.
 */
export type MediaConversion = "picture" | "still" | "sticker" | "voice" | "film";

/** A file as somebody wants to send it. `type`: its media type, as far as known; `sizeBytes` of what was chosen. */
export type OfferedFile = {
  type: string;
  sizeBytes: number;
  isVoice?: boolean;
  isSticker?: boolean;
};

/** Whether and as what a channel takes a file. The same question is asked before the upload and of its bytes. Pure. */
export function judgeFile(channel: ChannelType, offered: OfferedFile): MediaVerdict {
  const type = plainType(offered.type);
  const { sizeBytes } = offered;
  if (sizeBytes === 0) return refuse(channel, "empty", null);
  if (offered.isSticker) return judgeSticker(channel, type, sizeBytes);
  if (offered.isVoice && recorded.has(type)) return judgeVoice(channel, type, sizeBytes);
  if (channel === "whatsapp" && type === "video/quicktime") {
    return within(channel, "video", type, sizeBytes, "film");
  }
  const kind = kindTaking(channel, type);
  if (kind) return within(channel, kind, type, sizeBytes, null);
  if (!convertible.has(type)) return refuse(channel, "type", kindOfType(type));
  if (sizeBytes > CONVERTED_BYTES) return refuse(channel, "too_large", "image", CONVERTED_BYTES);
  return { ok: true, kind: "image", type, conversion: type === "image/gif" ? "still" : "picture" };
}

/** What a channel takes as a file of this kind at all, or of any kind; for `accept` and explanations. Pure. */
export function acceptedTypes(channel: ChannelType, kind: MediaKind | null = null): string[] {
  const rules = mediaRules[channel];
  if (kind) return [...(rules[kind]?.types ?? [])];
  return [...new Set(Object.values(rules).flatMap((rule) => rule.types))];
}

/** The largest file that can be of use to a channel. Pure. */
export function largestBytes(channel: ChannelType): number {
  return Math.max(CONVERTED_BYTES, ...Object.values(mediaRules[channel]).map((rule) => rule.maxBytes));
}

/** A media type without parameters, in small letters, by the name the rules use. Pure. */
export function plainType(type: string): string {
  const bare = type.split(";")[0]?.trim().toLowerCase() ?? "";
  return aliases[bare] ?? bare;
}

/** By a file's ending, for browsers and systems that do not know a type; "" when the ending says nothing. Pure. */
export function typeByName(filename: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(filename)?.[1]?.toLowerCase() ?? "";
  return endings[ending] ?? "";
}

const convertible = new Set([
  "image/webp",
  "image/heic",
  "image/heif",
  "image/avif",
  "image/gif",
  "image/tiff",
  "image/bmp",
]);
/** What browsers record. */
const recorded = new Set(["audio/webm", "audio/ogg", "audio/mp4", "video/webm"]);

function judgeSticker(channel: ChannelType, type: string, sizeBytes: number): MediaVerdict {
  if (!mediaRules[channel].sticker) return refuse(channel, "no_stickers", "sticker");
  const isPicture = convertible.has(type) || type === "image/png" || type === "image/jpeg";
  if (!isPicture) return refuse(channel, "type", "sticker");
  if (sizeBytes > CONVERTED_BYTES) return refuse(channel, "too_large", "sticker", CONVERTED_BYTES);
  return { ok: true, kind: "sticker", type, conversion: "sticker" };
}

function judgeVoice(channel: ChannelType, type: string, sizeBytes: number): MediaVerdict {
  return within(channel, "audio", type, sizeBytes, "voice");
}

function kindTaking(channel: ChannelType, type: string): MediaKind | null {
  const rules = Object.entries(mediaRules[channel]) as [MediaKind, MediaRule][];
  return rules.find(([kind, rule]) => kind !== "sticker" && rule.types.includes(sentType(type)))?.[0] ?? null;
}

/** What Meta is told a file is: all plain text is one type to it. Pure. */
export function sentType(type: string): string {
  return plainTexts.has(type) ? "text/plain" : type;
}

function within(
  channel: ChannelType,
  kind: MediaKind,
  type: string,
  sizeBytes: number,
  conversion: MediaConversion | null,
): MediaVerdict {
  const limit = mediaRules[channel][kind]?.maxBytes ?? 0;
  if (sizeBytes > limit) return refuse(channel, "too_large", kind, limit);
  return { ok: true, kind, type, conversion };
}

function refuse(
  channel: ChannelType,
  reason: MediaRefusal,
  kind: MediaKind | null,
  limitBytes: number | null = null,
): MediaVerdict {
  return { ok: false, reason, kind, limitBytes, accepted: acceptedTypes(channel, kind) };
}

function kindOfType(type: string): MediaKind | null {
  const family = type.split("/")[0];
  return family === "image" || family === "video" || family === "audio" ? family : null;
}

const plainTexts = new Set(["text/plain", "text/csv", "text/markdown", "text/tab-separated-values"]);

const aliases: Record<string, string> = {
  "image/jpg": "image/jpeg",
  "image/apng": "image/png",
  "image/x-ms-bmp": "image/bmp",
  "image/heic-sequence": "image/heic",
  "image/heif-sequence": "image/heif",
  "audio/x-m4a": "audio/mp4",
  "audio/m4a": "audio/mp4",
  "audio/mp3": "audio/mpeg",
  "audio/x-aac": "audio/aac",
  "audio/aacp": "audio/aac",
  "audio/opus": "audio/ogg",
  "audio/x-wav": "audio/wav",
  "audio/wave": "audio/wav",
  "audio/vnd.wave": "audio/wav",
  "video/3gpp2": "video/3gpp",
  "video/avi": "video/x-msvideo",
  "video/vnd.avi": "video/x-msvideo",
  "video/x-m4v": "video/mp4",
};

const endings: Record<string, string> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  heic: "image/heic",
  heif: "image/heif",
  avif: "image/avif",
  tif: "image/tiff",
  tiff: "image/tiff",
  bmp: "image/bmp",
  mp4: "video/mp4",
  m4v: "video/mp4",
  "3gp": "video/3gpp",
  mov: "video/quicktime",
  webm: "video/webm",
  avi: "video/x-msvideo",
  ogv: "video/ogg",
  aac: "audio/aac",
  amr: "audio/amr",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  oga: "audio/ogg",
  wav: "audio/wav",
  txt: "text/plain",
  csv: "text/csv",
  md: "text/markdown",
  pdf: "application/pdf",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};
