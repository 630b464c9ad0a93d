import { EncodedPacketSink, type InputAudioTrack, Mp4OutputFormat } from "mediabunny";
import { remuxOpus } from "../remux-opus";
import { type Known, nothingKnown } from "./known";
import { durationMsOf, withMedia } from "./open-media";
import { opusLoudness } from "./opus-loudness";
import { waveOfLoudness, waveOfSizes } from "./wave";

/** Longer than any voice note; a concert recording gets no wave. */
const MAX_WAVE_MS = 20 * 60_000;

/** Length, wave, and for OGG/Opus a copy in an MP4 container: Safari before 18.4 plays no OGG. */
export function describeSound(path: string, mimeType: string): Promise<Known> {
  return withMedia(path, async (input) => {
    const track = await input.getPrimaryAudioTrack();
    const durationMs = await durationMsOf(input);
    if (!track || durationMs === null || durationMs > MAX_WAVE_MS) return { ...nothingKnown, durationMs };
    const isOggOpus = mimeType === "audio/ogg" && (await track.getCodec()) === "opus";
    return {
      ...nothingKnown,
      durationMs,
      wave: await waveOfTrack(track),
      play: isOggOpus ? await remuxOpus(track, new Mp4OutputFormat({ fastStart: "in-memory" })) : null,
    };
  });
}

async function waveOfTrack(track: InputAudioTrack): Promise<number[] | null> {
  const sink = new EncodedPacketSink(track);
  if ((await track.getCodec()) === "opus") {
    const loudness = await opusLoudness(sink.packets(), await track.getNumberOfChannels()).catch(() => null);
    if (loudness) return waveOfLoudness(loudness);
  }
  const sizes: number[] = [];
  for await (const packet of sink.packets()) sizes.push(packet.byteLength);
  return waveOfSizes(sizes);
}
