import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { SimError } from "../http/context";
import { asText, type Json } from "../http/json";
import { addMedia } from "../world/media";
import type { ChannelType, Media } from "../world/types";
import type { World } from "../world/world";
import { samplePdf } from "./sample-pdf";

const folder = join(dirname(fileURLToPath(import.meta.url)), "samples");

type Sample = { bytes: Buffer; mimeType: string; filename: string | null };

/** The files drawn by scripts/samples, and what Meta would say they are. */
const named: Record<string, { file: string; mimeType: string }> = {
  mug: { file: "mug.jpg", mimeType: "image/jpeg" },
  vase: { file: "vase.jpg", mimeType: "image/jpeg" },
  bowl: { file: "bowl.jpg", mimeType: "image/jpeg" },
  parcel: { file: "parcel.jpg", mimeType: "image/jpeg" },
  glazes: { file: "glazes.png", mimeType: "image/png" },
  shelf: { file: "shelf.webp", mimeType: "image/webp" },
  thanks: { file: "thanks.webp", mimeType: "image/webp" },
  wave: { file: "wave.webp", mimeType: "image/webp" },
  voice: { file: "voice.ogg", mimeType: "audio/ogg; codecs=opus" },
  chime: { file: "chime.m4a", mimeType: "audio/mp4" },
  wheel: { file: "wheel.mp4", mimeType: "video/mp4" },
};

export const sampleNames = Object.keys(named);

/**
 * The media of a customer's message: the one named by `mediaId`, the bytes given as `base64`, or a sample: the one
 * named by `sample`, else that of the kind. Throws a SimError for ids and names there are not.
 */
export function mediaFor(world: World, channel: ChannelType, kind: string, body: Json): Media {
  const mediaId = asText(body.mediaId);
  if (mediaId) {
    const media = world.state.media.find((row) => row.id === mediaId);
    if (!media) throw new SimError(404, `There is no media ${mediaId}.`);
    return media;
  }
  const base64 = asText(body.base64);
  const made = base64
    ? { bytes: Buffer.from(base64, "base64"), mimeType: "application/octet-stream", filename: null }
    : sampleFor(kind, asText(body.sample));
  return addMedia(world, {
    channel,
    mimeType: asText(body.mimeType) ?? made.mimeType,
    filename: asText(body.filename) ?? made.filename,
    bytes: made.bytes,
    origin: "customer",
  });
}

function sampleFor(kind: string, name: string | null): Sample {
  if (name) return read(name);
  if (kind === "document") return samplePage();
  const usual = usualOf[kind];
  return usual ? read(usual) : sampleImage();
}

const usualOf: Record<string, string> = { sticker: "thanks", voice: "voice", audio: "chime", video: "wheel" };

function read(name: string): Sample {
  const sample = named[name];
  if (!sample) throw new SimError(400, `There is no sample ${name}; there are ${sampleNames.join(", ")}.`);
  return { bytes: readFileSync(join(folder, sample.file)), mimeType: sample.mimeType, filename: null };
}

function samplePage(): Sample {
  return {
    bytes: samplePdf("A sample from the stand-in for Meta"),
    mimeType: "application/pdf",
    filename: "sample.pdf",
  };
}

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
