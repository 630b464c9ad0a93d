import { asText, type Json } from "../../http/json";
import type { MediaOnPhone } from "../../world/types";
import type { World } from "../../world/world";
import { type Shown, shown } from "../content";
import { graphError, paramError } from "../errors";
import { invalid, onlyKeys, optionalText, requiredText } from "./check";
import { mediaRules } from "./media-rules";

export const mediaTypes = ["image", "video", "audio", "document", "sticker"];

const keys: Record<string, string[]> = {
  image: ["id", "link", "caption"],
  video: ["id", "link", "caption"],
  audio: ["id", "link", "voice"],
  document: ["id", "link", "caption", "filename"],
  sticker: ["id", "link"],
};

/** A media object of a send: exactly one of `id` and `link`, and only the fields its type has. */
export function checkMedia(world: World, type: string, media: Json): Shown {
  onlyKeys(media, keys[type] ?? [], type);
  const caption = optionalText(media.caption, `${type}['caption']`, 1024);
  return shown(type, { text: caption, media: mediaReference(world, type, media, type) });
}

/** Resolves `{id}` or `{link}` of a media object or header. Throws 100, 131008, 131009 or 131053. */
export function mediaReference(world: World, type: string, media: Json, param: string): MediaOnPhone {
  const filename = asText(media.filename);
  if (media.id !== undefined && media.link !== undefined) {
    throw paramError(`Param ${param} must have either id or link, not both.`);
  }
  if (media.id !== undefined)
    return uploaded(world, type, requiredText(media.id, `${param}['id']`), filename);
  if (media.link === undefined) throw graphError(131008, `${param}['id'] or ${param}['link'] is mandatory.`);
  const link = requiredText(media.link, `${param}['link']`);
  if (!/^https?:\/\/[^\s]+$/i.test(link)) throw invalid(`${param}['link'] is not a valid URL`);
  return { mediaId: null, link, mimeType: null, filename };
}

function uploaded(world: World, type: string, id: string, filename: string | null): MediaOnPhone {
  const media = world.state.media.find((row) => row.id === id && row.channel === "whatsapp");
  if (!media) throw invalid(`Media ID ${id} does not exist or has expired.`);
  const rule = mediaRules[type];
  if (type !== "document" && rule && !rule.mimeTypes.includes(bareType(media.mimeType))) {
    throw graphError(131053, `${media.mimeType} cannot be sent as ${type}.`);
  }
  return { mediaId: id, link: null, mimeType: media.mimeType, filename: filename ?? media.filename };
}

export function bareType(mimeType: string): string {
  return (mimeType.split(";")[0] ?? "").trim().toLowerCase();
}
