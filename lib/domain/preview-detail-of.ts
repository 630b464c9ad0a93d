import type { MessageContent } from "./message-content";
import type { PreviewDetail } from "./preview-detail";

const none: PreviewDetail = { variant: null, durationMs: null, count: null, name: null };

/** What to say of a content in one line; null when its kind says it all. Apart from its schema: browsers use it. Pure. */
export function previewDetailOf(content: MessageContent): PreviewDetail | null {
  switch (content.kind) {
    case "audio":
      return { ...none, variant: content.isVoice ? "voice" : null, durationMs: durationOf(content.media) };
    case "video":
      return { ...none, durationMs: durationOf(content.media), count: content.media.length };
    case "image":
      return { ...none, count: content.media.length };
    case "document":
      return { ...none, name: content.filename };
    case "sticker":
      return { ...none, variant: content.isHeart ? "heart" : null };
    case "location":
      return { ...none, name: content.name ?? content.address };
    case "contacts":
      return { ...none, name: content.cards[0]?.name ?? null, count: content.cards.length };
    case "order":
      return { ...none, count: content.items.length };
    case "share":
      return {
        ...none,
        variant: content.source === "reel" || content.source === "story" ? content.source : null,
      };
    case "template":
      return { ...none, name: content.name };
    default:
      return null;
  }
}

function durationOf(media: { file?: { durationMs: number | null } }[]): number | null {
  return media[0]?.file?.durationMs ?? null;
}
