import { Buffer } from "node:buffer";
import { deflateSync } from "node:zlib";
import { SimError } from "../http/context";
import { asText, type Json } from "../http/json";
import { addMedia } from "../world/media";
import type { ChannelType, Media } from "../world/types";
import type { World } from "../world/world";
import { samplePdf } from "./sample-pdf";

/** The media of a customer's message: the one named, the bytes given, or a small generated sample of the kind. */
export function mediaFor(world: World, channel: ChannelType, kind: string, body: Json): Media {
  const mediaId = asText(body.mediaId);
  if (mediaId) {
    const media = world.state.media.find((row) => row.id === mediaId);
    if (!media) throw new SimError(404, `There is no media ${mediaId}.`);
    return media;
  }
  const base64 = asText(body.base64);
  const sample = samples[kind] ?? sampleImage;
  const made = base64
    ? { bytes: Buffer.from(base64, "base64"), mimeType: "application/octet-stream", filename: null }
    : sample();
  return addMedia(world, {
    channel,
    mimeType: asText(body.mimeType) ?? made.mimeType,
    filename: asText(body.filename) ?? made.filename,
    bytes: made.bytes,
    origin: "customer",
  });
}

type Sample = { bytes: Buffer; mimeType: string; filename: string | null };

const samples: Record<string, () => Sample> = {
  image: sampleImage,
  sticker: () => ({ bytes: tinyWebp(), mimeType: "image/webp", filename: null }),
  voice: () => ({ bytes: sampleTone(), mimeType: "audio/ogg; codecs=opus", filename: null }),
  audio: () => ({ bytes: sampleTone(), mimeType: "audio/mpeg", filename: null }),
  video: () => ({
    bytes: Buffer.from("AAAAHGZ0eXBpc29tAAACAGlzb21pc28ybXA0MQ==", "base64"),
    mimeType: "video/mp4",
    filename: null,
  }),
  document: () => ({
    bytes: samplePdf("A sample from the stand-in for Meta"),
    mimeType: "application/pdf",
    filename: "sample.pdf",
  }),
};

/** A 96 × 64 picture of soft stripes in a colour of its own. */
function sampleImage(): Sample {
  const width = 96;
  const height = 64;
  const tint = Math.floor(Math.random() * 120);
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const isBand = (x + y) % 24 < 12;
      raw[at] = tint + (isBand ? 90 : 60);
      raw[at + 1] = 120 + (isBand ? 40 : 0);
      raw[at + 2] = 150 + Math.floor((y / height) * 60);
    }
  }
  return { bytes: png(width, height, raw), mimeType: "image/png", filename: null };
}

function png(width: number, height: number, raw: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(raw)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function tinyWebp(): Buffer {
  return Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64");
}

/** A second of a quiet tone as WAV bytes, which every browser plays whatever the label says. */
function sampleTone(): Buffer {
  const rate = 8000;
  const out = Buffer.alloc(44 + rate);
  out.write("RIFF", 0, "latin1");
  out.writeUInt32LE(36 + rate, 4);
  out.write("WAVEfmt ", 8, "latin1");
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(rate, 24);
  out.writeUInt32LE(rate, 28);
  out.writeUInt16LE(1, 32);
  out.writeUInt16LE(8, 34);
  out.write("data", 36, "latin1");
  out.writeUInt32LE(rate, 40);
  for (let at = 0; at < rate; at += 1)
    out[44 + at] = 128 + Math.round(24 * Math.sin((at * 2 * Math.PI * 330) / rate));
  return out;
}
