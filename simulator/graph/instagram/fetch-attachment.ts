import { asArray, asObject, asText, type Json } from "../../http/json";
import { addMedia } from "../../world/media";
import type { MediaOnPhone } from "../../world/types";
import type { World } from "../../world/world";
import { GraphError } from "../errors";

const MB = 1024 * 1024;
const TIMEOUT_MS = 20_000;

/** https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message */
const rules: Record<string, { types: string[]; maxBytes: number }> = {
  image: { types: ["image/png", "image/jpeg", "image/gif"], maxBytes: 8 * MB },
  video: {
    types: ["video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm"],
    maxBytes: 25 * MB,
  },
  audio: {
    types: ["audio/aac", "audio/mp4", "audio/x-m4a", "audio/wav", "audio/vnd.wave", "audio/x-wav"],
    maxBytes: 25 * MB,
  },
  file: { types: ["application/pdf"], maxBytes: 25 * MB },
};

/**
 * Fetches the file that a send links to, as Meta does before it answers. Only links to this machine are fetched: the
 * stand-in never calls anybody else, and takes other links on trust. Throws 100 with 2018164 (cannot be fetched, or of
 * a type that is not taken) or 2018109 (too large).
 */
export async function fetchAttachment(world: World, body: Json): Promise<MediaOnPhone | null> {
  const message = asObject(body.message);
  const attachment = asObject(message?.attachment ?? asArray(message?.attachments)[0]);
  const link = asText(asObject(attachment?.payload)?.url);
  const rule = rules[asText(attachment?.type) ?? ""];
  if (!link || !rule || !isHere(link)) return null;
  const response = await fetch(link, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null);
  if (!response?.ok) throw invalid("(#100) Failed to fetch the file from the url");
  const mimeType = response.headers.get("content-type")?.split(";")[0]?.trim() ?? "";
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!rule.types.includes(mimeType)) throw invalid("(#100) The type of the file is not supported");
  if (bytes.length > rule.maxBytes) throw invalid("(#100) Attachment size exceeds allowable limit", 2018109);
  const media = addMedia(world, { channel: "instagram", mimeType, filename: null, bytes, origin: "upload" });
  return { mediaId: media.id, link, mimeType, filename: null };
}

function isHere(link: string): boolean {
  return URL.canParse(link) && ["127.0.0.1", "localhost", "[::1]"].includes(new URL(link).hostname);
}

const invalid = (message: string, subcode = 2018164) => new GraphError({ code: 100, subcode, message });
