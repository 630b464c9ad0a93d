import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { decodeHeic } from "./heic";

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
  const source = await sourceOf(path, type);
  const { hasAlpha } = await open(source).metadata();
  const isSeeThrough = hasAlpha && !(await open(source).stats()).isOpaque;
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

/** Whether a picture has eight bits in RGB or grey; what cannot be read is left to Meta's own judgement. Never throws. */
export async function isPlainPicture(path: string): Promise<boolean> {
  const known = await sharp(path, options)
    .metadata()
    .catch(() => null);
  return known === null || (known.depth === "uchar" && known.space !== "cmyk");
}

type Source = { input: string | Uint8Array; raw?: { width: number; height: number; channels: 4 } };

/** sharp's own library reads no HEVC. */
async function sourceOf(path: string, type: string): Promise<Source> {
  if (type !== "image/heic" && type !== "image/heif") return { input: path };
  const { data, width, height } = await decodeHeic(path);
  return { input: data, raw: { width, height, channels: 4 } };
}

const open = ({ input, raw }: Source) => sharp(input, { ...options, ...(raw ? { raw } : {}) });

function upright(source: Source, side: number) {
  return open(source)
    .autoOrient()
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb");
}

async function save(path: string, bytes: Buffer, type: Picture["type"]): Promise<Picture> {
  const target = `${path}.converted`;
  await writeFile(target, bytes, { mode: 0o600 });
  return { path: target, type };
}
