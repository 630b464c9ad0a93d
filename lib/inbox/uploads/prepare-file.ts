import { stat } from "node:fs/promises";
import {
  judgeFile,
  largestBytes,
  type MediaConversion,
  type MediaRefusal,
  type MediaVerdict,
  mediaRules,
} from "@/lib/channels/media-rules";
import type { ChannelType } from "@/lib/domain/channel";
import type { Upload } from "@/lib/domain/media";
import { sniffFile } from "@/lib/inbox/media/describe/sniff";
import { convertFilm, isPlayableFilm } from "./convert/film";
import { isVoiceSound } from "./convert/is-voice-sound";
import { convertPicture, isPlainPicture } from "./convert/picture";
import { convertSticker } from "./convert/sticker";
import { convertVoice } from "./convert/voice";

export type PreparedFile = {
  path: string;
  type: string;
  kind: Upload["kind"];
  isVoice: boolean;
  isConverted: boolean;
};
export type Prepared = { ok: true; data: PreparedFile } | { ok: false; refused: Refused };
export type Refused = Extract<MediaVerdict, { ok: false }>;

type Wish = { claimedType: string; sizeBytes: number; isVoice: boolean; isSticker: boolean };

/**
 * A received file as the channel takes it: judged by its bytes, converted next to itself where the channel refuses
 * the format. What cannot be read or made small enough is refused.
 */
export async function prepareFile(channel: ChannelType, path: string, wish: Wish): Promise<Prepared> {
  const type = await sniffFile(path, wish.claimedType);
  const verdict = judgeFile(channel, { ...wish, type });
  if (!verdict.ok) return { ok: false, refused: verdict };
  const { kind, conversion } = verdict;
  try {
    switch (conversion ?? (await neededConversion(channel, path, verdict.type))) {
      case "picture":
      case "still": {
        const made = await convertPicture(path, verdict.type, mediaRules[channel].image?.maxBytes ?? 0);
        return made ? done({ ...made, kind, isVoice: false }) : no(channel, "too_large", kind);
      }
      case "sticker": {
        const made = await convertSticker(path);
        return made ? done({ ...made, kind, isVoice: false }) : no(channel, "too_large", kind);
      }
      case "film": {
        const made = await convertFilm(path);
        return made
          ? await fitting(channel, { ...made, kind, isVoice: false, isConverted: true })
          : no(channel, "film", kind);
      }
      case "voice": {
        const made = await convertVoice(channel, path);
        return made
          ? await fitting(channel, { ...made, kind, isConverted: true })
          : no(channel, "sound", kind);
      }
      default:
        break;
    }
  } catch {
    return no(channel, "unreadable", kind);
  }
  const unfit = channel === "whatsapp" ? await unfitFor(path, verdict.type) : null;
  if (unfit) return no(channel, unfit, kind);
  return { ok: true, data: { path, type: verdict.type, kind, isVoice: false, isConverted: false } };
}

/** WhatsApp takes pictures of eight bits in RGB only; printers' files and some cameras' have others. Never throws. */
async function neededConversion(
  channel: ChannelType,
  path: string,
  type: string,
): Promise<MediaConversion | null> {
  if (channel !== "whatsapp" || !type.startsWith("image/")) return null;
  return (await isPlainPicture(path)) ? null : "picture";
}

/** What WhatsApp refuses of a type that it takes: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
async function unfitFor(path: string, type: string): Promise<MediaRefusal | null> {
  if (type === "audio/ogg") return (await isVoiceSound(path)) ? null : "sound";
  return type.startsWith("video/") && !(await isPlayableFilm(path)) ? "film" : null;
}

const done = (made: Omit<PreparedFile, "isConverted">): Prepared => ({
  ok: true,
  data: { ...made, isConverted: true },
});

async function fitting(channel: ChannelType, made: PreparedFile): Promise<Prepared> {
  const { size } = await stat(made.path);
  const limit = mediaRules[channel][made.kind]?.maxBytes ?? largestBytes(channel);
  return size > limit ? no(channel, "too_large", made.kind) : { ok: true, data: made };
}

function no(channel: ChannelType, reason: MediaRefusal, kind: Upload["kind"]): Prepared {
  const rule = mediaRules[channel][kind];
  const limitBytes = reason === "too_large" ? (rule?.maxBytes ?? null) : null;
  return { ok: false, refused: { ok: false, reason, kind, limitBytes, accepted: [...(rule?.types ?? [])] } };
}
