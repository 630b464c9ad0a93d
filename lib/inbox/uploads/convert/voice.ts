import { writeFile } from "node:fs/promises";
import { OggOutputFormat } from "mediabunny";
import type { ChannelType } from "@/lib/domain/channel";
import { withMedia } from "@/lib/inbox/media/describe/open-media";
import { remuxOpus } from "@/lib/inbox/media/remux-opus";
import { opusToWav } from "./opus-to-wav";

/** `isVoice`: it plays as a voice note; otherwise it is a sound file. */
export type Voice = { path: string; type: string; isVoice: boolean };

/**
 * What a browser recorded, as the channel plays it: on WhatsApp OGG/Opus in mono (the same packets in another
 * container), on Instagram WAV, as it takes no Opus. AAC in an MP4 stays what it is: WhatsApp then shows a sound file.
 * Null for any other sound. Throws on what is no sound.
 */
export function convertVoice(channel: ChannelType, path: string): Promise<Voice | null> {
  return withMedia(path, async (input) => {
    const track = await input.getPrimaryAudioTrack();
    const codec = await track?.getCodec();
    if (!track) return null;
    if (codec === "aac") return { path, type: "audio/mp4", isVoice: channel === "instagram" };
    if (codec !== "opus") return null;
    if (channel === "instagram") return save(path, await opusToWav(track), "audio/wav");
    if ((await track.getNumberOfChannels()) !== 1) return null;
    return save(path, await remuxOpus(track, new OggOutputFormat()), "audio/ogg");
  });
}

async function save(path: string, bytes: Uint8Array | null, type: string): Promise<Voice | null> {
  if (!bytes) return null;
  const target = `${path}.converted`;
  await writeFile(target, bytes, { mode: 0o600 });
  return { path: target, type, isVoice: true };
}
