import type { Upload } from "@/lib/domain/media";
import type { MessageContent, MessageMedia } from "@/lib/domain/message-content";
import type { SendContent } from "@/lib/domain/send-content";
import type { TemplateShown } from "@/lib/domain/template-shown";

/**
 * What the thread keeps of a message that leaves here. `upload` is the file it names, `shown` what the customer sees of
 * a template. Pure.
 */
export function storedContent(
  content: SendContent,
  upload: Upload | null,
  shown?: TemplateShown,
): MessageContent {
  switch (content.kind) {
    case "text":
      return { kind: "text" };
    case "template":
      return shown ? { ...content, shown } : { ...content };
    case "location":
      return { ...content, url: null };
    case "contacts":
      return { kind: "contacts", cards: content.cards.map(cardOf) };
    case "interactive":
      return { kind: "interactive", interactive: { ...content.interactive } };
    case "heart":
      return { kind: "sticker", media: [], isAnimated: false, isHeart: true };
    case "document":
      return { kind: "document", media: mediaOf(upload), filename: upload?.filename ?? null };
    case "audio":
      return { kind: "audio", media: mediaOf(upload), isVoice: upload?.isVoice ?? false };
    case "sticker":
      return { kind: "sticker", media: mediaOf(upload), isAnimated: false, isHeart: false };
    default:
      return { kind: content.kind, media: mediaOf(upload) };
  }
}

/** The words in it, as list and search show them; a template's come from its text. Pure. */
export function wordsOf(content: SendContent): string | null {
  switch (content.kind) {
    case "text":
      return content.text;
    case "image":
    case "video":
    case "document":
      return content.caption;
    case "interactive":
      return content.interactive.type === "cards"
        ? (content.interactive.cards[0]?.title ?? null)
        : content.interactive.body;
    default:
      return null;
  }
}

/** The message kind of a content. */
export const kindOf = (content: SendContent) => (content.kind === "heart" ? "sticker" : content.kind);

function mediaOf(upload: Upload | null): MessageMedia[] {
  if (!upload) return [];
  const { id, file, sha256 } = upload;
  return [{ mediaId: null, url: null, mimeType: file.mimeType, sha256, file, uploadId: id }];
}

function cardOf(card: Extract<SendContent, { kind: "contacts" }>["cards"][number]) {
  const phones = card.phones.map((phone) => ({ ...phone, waId: null }));
  return { ...card, phones, vcard: null, origin: null };
}
