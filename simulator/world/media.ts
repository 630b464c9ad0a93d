import { createHash } from "node:crypto";
import { newNumericId } from "./ids";
import type { ChannelType, Media } from "./types";
import type { World } from "./world";

const urlLifeMs = 5 * 60_000;

/** Keeps bytes as media under a new id. */
export function addMedia(
  world: World,
  given: {
    channel: ChannelType;
    mimeType: string;
    filename: string | null;
    bytes: Uint8Array;
    origin: Media["origin"];
  },
): Media {
  const { bytes, ...rest } = given;
  const media: Media = {
    id: newNumericId(16),
    ...rest,
    sha256: createHash("sha256").update(bytes).digest("base64"),
    sizeBytes: bytes.length,
    createdAt: world.now(),
  };
  world.state.media.push(media);
  world.files.write(media.id, bytes);
  world.changed();
  return media;
}

/** WhatsApp's download address: the bearer is needed, and it is good for 5 minutes. */
export function downloadUrl(world: World, media: Media): string {
  const expiresAt = world.now() + urlLifeMs;
  const hash = createHash("sha256")
    .update(`${media.id}.${expiresAt}.${world.options.appSecret}`)
    .digest("base64url");
  return `${world.url}/whatsapp_business/attachments/?mid=${media.id}&ext=${expiresAt}&hash=${hash}`;
}

/** Whether a download address is ours and still good. */
export function isDownloadUrlGood(world: World, url: URL): boolean {
  const id = url.searchParams.get("mid") ?? "";
  const expiresAt = Number(url.searchParams.get("ext"));
  const hash = createHash("sha256")
    .update(`${id}.${expiresAt}.${world.options.appSecret}`)
    .digest("base64url");
  return hash === url.searchParams.get("hash") && world.now() < expiresAt;
}

/** Instagram's address: no token, the signature in it is enough. */
export function instagramMediaUrl(world: World, media: Media): string {
  return `${world.url}/ig_messaging_cdn/?asset_id=${media.id}&signature=${assetSignature(world, media.id)}`;
}

export function assetSignature(world: World, id: string): string {
  return createHash("sha256").update(`${id}.${world.options.appSecret}`).digest("base64url");
}
