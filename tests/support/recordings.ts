import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  MovOutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  WebMOutputFormat,
} from "mediabunny";

const PACKET_SECONDS = 0.02;
/** CELT, 20 ms, mono or stereo: https://www.rfc-editor.org/rfc/rfc6716#section-3.1 */
const toc = { 1: 0xf8, 2: 0xfc } as const;

/** Two seconds of noise as a browser's MediaRecorder writes it, in Opus. */
export async function recording(container: "webm" | "ogg", channels: 1 | 2 = 1): Promise<Buffer> {
  const target = new BufferTarget();
  const format = container === "webm" ? new WebMOutputFormat() : new OggOutputFormat();
  const output = new Output({ format, target });
  const source = new EncodedAudioPacketSource("opus");
  output.addAudioTrack(source);
  await output.start();
  const config = {
    codec: "opus",
    sampleRate: 48_000,
    numberOfChannels: channels,
    description: head(channels),
  };
  for (let at = 0; at < 2 / PACKET_SECONDS; at += 1) {
    const data = Uint8Array.from({ length: 80 }, (_, byte) =>
      byte === 0 ? toc[channels] : (byte * 131 + at * 17) % 251,
    );
    const packet = new EncodedPacket(data, "key", at * PACKET_SECONDS, PACKET_SECONDS);
    await source.add(packet, at === 0 ? { decoderConfig: config } : undefined);
  }
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

function head(channels: number): Uint8Array {
  const bytes = Buffer.alloc(19);
  bytes.write("OpusHead", 0, "latin1");
  bytes[8] = 1;
  bytes[9] = channels;
  bytes.writeUInt16LE(312, 10);
  bytes.writeUInt32LE(48_000, 12);
  return bytes;
}

/** Baseline, level 3.0; the parameter sets are of a picture of 64 by 48. */
const avcC = Buffer.from("0142001effe1000a6742001e95a80828f20101000468ce3c80", "hex");

/** Two seconds of film of 64 by 48 without sound; its frames are not really pictures. */
export async function film(container: "mp4" | "mov", codec: "avc" | "vp9"): Promise<Buffer> {
  const target = new BufferTarget();
  const format = container === "mp4" ? new Mp4OutputFormat() : new MovOutputFormat();
  const output = new Output({ format, target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source);
  await output.start();
  const size = { codedWidth: 64, codedHeight: 48 };
  const config =
    codec === "avc"
      ? { codec: "avc1.42001e", description: avcC, ...size }
      : { codec: "vp09.00.10.08", ...size };
  for (let at = 0; at < 20; at += 1) {
    const data = Uint8Array.of(0, 0, 0, 4, at === 0 ? 0x65 : 0x41, at, 1, 2);
    const packet = new EncodedPacket(data, at === 0 ? "key" : "delta", at / 10, 0.1);
    await source.add(packet, at === 0 ? { decoderConfig: config } : undefined);
  }
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}
