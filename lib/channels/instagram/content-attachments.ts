import type { MessageMedia } from "@/lib/domain/message-content";
import { isShare, shareContent } from "./content-share";
import type { Draft } from "./draft";
import type { WireAttachment } from "./wire";

/** The attachments that carry one file. */
const files = new Set(["image", "video", "audio", "file", "animated_image_url", "gif"]);

/**
 * The kind is the first attachment's; every file of the message goes with it, so that an album is one message.
 * https://developers.facebook.com/docs/messenger-platform/instagram/features/webhook
 */
export function attachmentContent(attachments: WireAttachment[], text: string | null): Draft {
  const first = attachments[0];
  const type = first?.type ?? null;
  const media = attachments.filter((one) => files.has(one.type ?? "")).flatMap(mediaOf);
  switch (type) {
    case "image":
    case "gif":
    case "animated_image_url":
      return { kind: "image", text, content: { kind: "image", media } };
    case "video":
      return { kind: "video", text, content: { kind: "video", media } };
    case "audio":
      return { kind: "audio", text, content: { kind: "audio", media, isVoice: false } };
    case "file":
      return {
        kind: "document",
        text,
        content: { kind: "document", media, filename: stringOf(first?.payload?.title ?? first?.title) },
      };
    case "like_heart":
      return heart(text);
    case "story_mention":
      return storyMention(first, text);
    case "template":
    case "fallback":
      return asked(first, text);
    default:
      return isShare(type) ? shareContent(attachments, text) : unsupported(type, text);
  }
}

/** Instagram gives a link that expires, and neither id nor type of the file. */
function mediaOf({ payload, url }: WireAttachment): MessageMedia[] {
  const link = stringOf(payload?.url ?? url);
  return link ? [{ mediaId: null, url: link, mimeType: null, sha256: null }] : [];
}

function heart(text: string | null): Draft {
  const content = { kind: "sticker", media: [], isAnimated: false, isHeart: true } as const;
  return { kind: "sticker", text, content: { ...content, media: [] } };
}

function storyMention(attachment: WireAttachment | undefined, text: string | null): Draft {
  const { url, id, story_media_id, story_media_url } = attachment?.payload ?? {};
  const content = {
    kind: "story_mention",
    url: stringOf(url ?? story_media_url),
    storyId: stringOf(id ?? story_media_id),
  } as const;
  return { kind: "story_mention", text, content };
}

/** Buttons, cards and link previews, mostly in echoes. Beside words the words are the message. */
function asked(attachment: WireAttachment | undefined, text: string | null): Draft {
  if (text) return { kind: "text", text, content: { kind: "text" } };
  const { type, title, url, payload } = attachment ?? {};
  const interactive = Object.fromEntries(
    Object.entries({ type, title, url, payload }).filter(([, value]) => value !== undefined),
  );
  return { kind: "interactive", text: title ?? null, content: { kind: "interactive", interactive } };
}

/** `ephemeral` is a photo to be seen once: there is nothing to show. Any type not known yet keeps its name. */
function unsupported(type: string | null, text: string | null): Draft {
  return { kind: "unsupported", text, content: { kind: "unsupported", type, code: null, reason: null } };
}

function stringOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}
