import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { stickerBytes } from "@/lib/channels/media-rules";

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/sticker-messages */
const SIDE = 512;
const SECONDS = 30;
const qualities = [90, 75, 60, 40, 20];

/** A sticker as WhatsApp wants it: WebP, 512 × 512, still or moving. Null when it cannot be made small enough. */
export async function convertSticker(path: string): Promise<{ path: string; type: "image/webp" } | null> {
  const options = { animated: true, limitInputPixels: 120_000_000, failOn: "none" } as const;
  const { pages } = await sharp(path, options).metadata();
  const isMoving = (pages ?? 1) > 1;
  const maxBytes = isMoving ? stickerBytes.moving : stickerBytes.still;
  for (const quality of qualities) {
    const bytes = await sharp(path, options)
      .resize(SIDE, SIDE, { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .webp({ quality, alphaQuality: quality, effort: 4 })
      .timeout({ seconds: SECONDS })
      .toBuffer();
    if (bytes.length > maxBytes) continue;
    const target = `${path}.converted`;
    await writeFile(target, bytes, { mode: 0o600 });
    return { path: target, type: "image/webp" };
  }
  return null;
}
