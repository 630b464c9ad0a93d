import { parseMultipart } from "../../http/multipart";
import { addMedia, downloadUrl } from "../../world/media";
import type { Media } from "../../world/types";
import type { World } from "../../world/world";
import { type Answer, type Call, numberIn } from "../call";
import { missingNode, paramError } from "../errors";
import { bareType } from "./check-media";
import { mediaRules } from "./media-rules";

const dayMs = 24 * 3600_000;

/** `POST /{phone_number_id}/media`, multipart: `messaging_product`, `file`, `type`. Throws 100. */
export async function uploadMedia(call: Call): Promise<Answer> {
  const { context } = call;
  const parts = parseMultipart(context.request.headers["content-type"] ?? "", await context.bytes());
  if (!parts) throw paramError("The parameter file is required.");
  const field = (name: string) => parts.find((part) => part.name === name);
  if (field("messaging_product")?.bytes.toString("utf8") !== "whatsapp") {
    throw paramError("The parameter messaging_product is required.");
  }
  const file = field("file");
  if (!file) throw paramError("The parameter file is required.");
  const mimeType = file.type ?? field("type")?.bytes.toString("utf8") ?? "application/octet-stream";
  checkFile(mimeType, file.bytes.length);
  const media = addMedia(context.world, {
    channel: "whatsapp",
    mimeType,
    filename: file.filename,
    bytes: file.bytes,
    origin: "upload",
  });
  return { body: { id: media.id } };
}

/** `GET /{media_id}`: where to fetch the bytes, for five minutes. */
export function readMedia(call: Call): Answer {
  const { world, url, params } = call.context;
  const media = findMedia(world, params.node ?? "");
  const phoneNumberId = url.searchParams.get("phone_number_id");
  if (phoneNumberId && phoneNumberId !== numberIn(call).phoneNumberId) {
    throw paramError("The phone number id does not own this media.");
  }
  return {
    body: {
      url: downloadUrl(world, media),
      mime_type: media.mimeType,
      sha256: Buffer.from(media.sha256, "base64").toString("hex"),
      file_size: media.sizeBytes,
      id: media.id,
      messaging_product: "whatsapp",
    },
  };
}

export function deleteMedia(call: Call): Answer {
  const { world, params } = call.context;
  const media = findMedia(world, params.node ?? "");
  world.state.media = world.state.media.filter((row) => row !== media);
  world.changed();
  return { body: { success: true } };
}

/** Ids from webhooks live 7 days, uploaded ones 30. */
export function isMediaAlive(world: World, media: Media): boolean {
  return world.now() - media.createdAt < (media.origin === "customer" ? 7 : 30) * dayMs;
}

function findMedia(world: World, id: string): Media {
  const media = world.state.media.find((row) => row.id === id && row.channel === "whatsapp");
  if (!media || !isMediaAlive(world, media)) throw missingNode(id, "get");
  return media;
}

function checkFile(mimeType: string, sizeBytes: number): void {
  const bare = bareType(mimeType);
  const rule = Object.values(mediaRules).find((row) => row.mimeTypes.includes(bare));
  if (!rule) {
    const all = Object.values(mediaRules).flatMap((row) => row.mimeTypes);
    throw paramError(
      `Param file must be a file with one of the following types: ${all.join(", ")}. Received file of type '${bare}'.`,
    );
  }
  if (sizeBytes === 0) throw paramError("Param file must not be empty.");
  if (sizeBytes > rule.maxBytes)
    throw paramError(`Media file size too big. Max file size we currently support: ${rule.maxBytes} bytes.`);
}
