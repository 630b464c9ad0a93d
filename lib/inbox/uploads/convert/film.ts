import { writeFile } from "node:fs/promises";
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  type Input,
  type InputAudioTrack,
  type InputVideoTrack,
  Mp4OutputFormat,
  Output,
} from "mediabunny";
import { withMedia } from "@/lib/inbox/media/describe/open-media";

/**
 * Whether WhatsApp plays a film: H.264 pictures, AAC sound or none. What cannot be looked into is left to Meta's own
 * judgement. Never throws.
 */
export function isPlayableFilm(path: string): Promise<boolean> {
  return withMedia(path, async (input) => (await unplayable(input)) === null).catch(() => true);
}

/**
 * A QuickTime film as MP4, as it comes from iPhones: the same packets in another container. Null when its pictures or
 * its sound are in codecs that WhatsApp does not play. Throws on what is no film.
 */
export function convertFilm(path: string): Promise<{ path: string; type: "video/mp4" } | null> {
  return withMedia(path, async (input) => {
    const picture = await input.getPrimaryVideoTrack();
    const sound = await input.getPrimaryAudioTrack();
    if (!picture || (await unplayable(input)) !== null) return null;
    const bytes = await asMp4(picture, sound);
    if (!bytes) return null;
    const target = `${path}.converted`;
    await writeFile(target, bytes, { mode: 0o600 });
    return { path: target, type: "video/mp4" };
  });
}

/** The codec that stands in the way; null when there is none. */
async function unplayable(input: Input): Promise<string | null> {
  const picture = await (await input.getPrimaryVideoTrack())?.getCodec();
  const sound = await (await input.getPrimaryAudioTrack())?.getCodec();
  if (picture && picture !== "avc") return picture;
  return sound && sound !== "aac" ? sound : null;
}

async function asMp4(picture: InputVideoTrack, sound: InputAudioTrack | null): Promise<Uint8Array | null> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const pictures = new EncodedVideoPacketSource("avc");
  output.addVideoTrack(pictures, { rotation: await picture.getRotation() });
  const sounds = sound ? new EncodedAudioPacketSource("aac") : null;
  if (sounds) output.addAudioTrack(sounds);
  await output.start();
  const videoConfig = await picture.getDecoderConfig();
  const audioConfig = await sound?.getDecoderConfig();
  if (!videoConfig || (sound && !audioConfig)) return null;
  await Promise.all([
    copy(picture, pictures, { decoderConfig: videoConfig }),
    sound && sounds && audioConfig ? copy(sound, sounds, { decoderConfig: audioConfig }) : null,
  ]);
  await output.finalize();
  return target.buffer && new Uint8Array(target.buffer);
}

async function copy<M>(
  track: InputVideoTrack | InputAudioTrack,
  source: { add: (packet: never, meta?: M) => Promise<void>; close: () => void },
  meta: M,
): Promise<void> {
  let isFirst = true;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    await source.add(packet as never, isFirst ? meta : undefined);
    isFirst = false;
  }
  source.close();
}
