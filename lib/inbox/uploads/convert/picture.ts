import { writeFile } from "node:fs/promises";
import sharp from "sharp";

/** A bomb unpacks to more; a phone's camera to less. */
const options = { limitInputPixels: 120_000_000, failOn: "none" } as const;
const SECONDS = 30;
/** From as good as it was to small enough: quality of the JPEG, and the longest side in pixels. */
const steps = [
  { quality: 90, side: 4096 },
  { quality: 80, side: 3072 },
  { quality: 70, side: 2048 },
];

export type Picture = { path: string; type: "image/jpeg" | "image/png" };

/**
 * A picture as JPEG, or as PNG where it is see-through, upright and not over `maxBytes`; of a moving one its first
 * frame. Null when it cannot be read or made small enough.
 */
export async function convertPicture(path: string, type: string, maxBytes: number): Promise<Picture | null> {
  const source = type === "image/heic" || type === "image/heif" ? await fromHeic(path) : path;
  const { hasAlpha } = await sharp(source, options).metadata();
  const isSeeThrough = hasAlpha && !(await sharp(source, options).stats()).isOpaque;
  if (isSeeThrough) {
    const png = await upright(source, 4096)
      .png({ compressionLevel: 9 })
      .timeout({ seconds: SECONDS })
      .toBuffer();
    if (png.length <= maxBytes) return save(path, png, "image/png");
  }
  for (const { quality, side } of steps) {
    const jpeg = await upright(source, side)
      .flatten({ background: "white" })
      .jpeg({ quality, mozjpeg: true })
      .timeout({ seconds: SECONDS })
      .toBuffer();
    if (jpeg.length <= maxBytes) return save(path, jpeg, "image/jpeg");
  }
  return null;
}

/** sharp's own library reads no HEVC: the bytes of a JPEG of it. */
async function fromHeic(path: string): Promise<Buffer> {
  const { readFile } = await import("node:fs/promises");
  const { default: convert } = await import("heic-convert");
  const jpeg = await convert({ buffer: await readFile(path), format: "JPEG", quality: 0.95 });
  return Buffer.from(new Uint8Array(jpeg));
}

function upright(source: string | Buffer, side: number) {
  return sharp(source, options)
    .autoOrient()
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb");
}

async function save(path: string, bytes: Buffer, type: Picture["type"]): Promise<Picture> {
  const target = `${path}.converted`;
  await writeFile(target, bytes, { mode: 0o600 });
  return { path: target, type };
}
