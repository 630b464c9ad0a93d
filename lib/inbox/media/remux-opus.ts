import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  type InputAudioTrack,
  Output,
  type OutputFormat,
} from "mediabunny";

/** A track's Opus packets in another container, nothing encoded anew; null when the track does not say how to decode it. */
export async function remuxOpus(track: InputAudioTrack, format: OutputFormat): Promise<Uint8Array | null> {
  const decoderConfig = await track.getDecoderConfig();
  if (!decoderConfig) return null;
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedAudioPacketSource("opus");
  output.addAudioTrack(source);
  await output.start();
  let meta: { decoderConfig: AudioDecoderConfig } | undefined = { decoderConfig };
  for await (const packet of new EncodedPacketSink(track).packets()) {
    await source.add(packet, meta);
    meta = undefined;
  }
  await output.finalize();
  return target.buffer && new Uint8Array(target.buffer);
}
