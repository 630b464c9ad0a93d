import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
} from "mediabunny";
import sharp from "sharp";

const PACKET_SECONDS = 0.02;

/** A voice note as WhatsApp sends it, OGG/Opus mono: `seconds` of silence, then as many of noise. */
export async function voiceNote(seconds = 1): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new OggOutputFormat(), target });
  const source = new EncodedAudioPacketSource("opus");
  output.addAudioTrack(source);
  await output.start();
  const count = Math.round(seconds / PACKET_SECONDS);
  for (let at = 0; at < count * 2; at += 1) {
    const data = at < count ? silence : noise(at);
    const packet = new EncodedPacket(data, "key", at * PACKET_SECONDS, PACKET_SECONDS);
    await source.add(packet, at === 0 ? { decoderConfig } : undefined);
  }
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

/** A photo as phones make them: stored lying, to be turned by EXIF. Upright it is 600 × 900. */
export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "teal" } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** A sticker of three frames. */
export async function movingSticker(): Promise<Buffer> {
  const frames = await Promise.all(
    ["red", "green", "blue"].map((background) =>
      sharp({ create: { width: 512, height: 512, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .webp({ loop: 0, delay: [100, 100, 100] })
    .toBuffer();
}

/** A video container of 64 × 48 and two seconds; its frames are not really H.264. */
export async function video(): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const source = new EncodedVideoPacketSource("vp9");
  output.addVideoTrack(source);
  await output.start();
  const config = { codec: "vp09.00.10.08", codedWidth: 64, codedHeight: 48 };
  for (let at = 0; at < 20; at += 1) {
    const packet = new EncodedPacket(noise(at), at === 0 ? "key" : "delta", at / 10, 0.1);
    await source.add(packet, at === 0 ? { decoderConfig: config } : undefined);
  }
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

/** CELT, 20 ms, mono: https://www.rfc-editor.org/rfc/rfc6716#section-3.1 */
const celtMono = 0xf8;
const silence = Uint8Array.of(celtMono, 0xff, 0xfe);
const decoderConfig = {
  codec: "opus",
  sampleRate: 48_000,
  numberOfChannels: 1,
  description: opusHead(),
};

/** Any bytes are a sound to Opus. */
function noise(seed: number): Uint8Array {
  const data = new Uint8Array(80);
  data[0] = celtMono;
  for (let at = 1; at < data.length; at += 1) data[at] = (at * 131 + seed * 17) % 251;
  return data;
}

function opusHead(): Uint8Array {
  const head = Buffer.alloc(19);
  head.write("OpusHead", 0, "latin1");
  head[8] = 1;
  head[9] = 1;
  head.writeUInt16LE(312, 10);
  head.writeUInt32LE(48_000, 12);
  return head;
}
