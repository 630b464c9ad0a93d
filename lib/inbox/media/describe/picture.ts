import sharp from "sharp";
import { type Known, nothingKnown } from "./known";

const THUMB_PIXELS = 480;
/** A bomb unpacks to more; a phone's camera to less. */
const MAX_PIXELS = 120_000_000;
const MAX_SECONDS = 20;

sharp.cache(false);
sharp.concurrency(1);

/** Size as it is seen (turned by EXIF) and a small picture of the first frame. Throws on what is no picture. */
export async function describePicture(path: string): Promise<Known> {
  const options = { limitInputPixels: MAX_PIXELS, sequentialRead: true, failOn: "none" } as const;
  const { autoOrient, width, height } = await sharp(path, options).metadata();
  const thumb = await sharp(path, options)
    .autoOrient()
    .resize(THUMB_PIXELS, THUMB_PIXELS, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 75 })
    .timeout({ seconds: MAX_SECONDS })
    .toBuffer();
  return {
    ...nothingKnown,
    width: autoOrient?.width ?? width ?? null,
    height: autoOrient?.height ?? height ?? null,
    thumb,
  };
}
