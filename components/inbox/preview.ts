import { sayDuration } from "@/components/thread/media/say-duration";
import { plainWhatsAppText } from "@/components/thread/rich-text";
import type { ChannelType } from "@/lib/domain/channel";
import type { LastMessage } from "@/lib/domain/conversation";
import type { MessageKind } from "@/lib/domain/message";
import type { MessageContent } from "@/lib/domain/message-content";
import type { PreviewDetail } from "@/lib/domain/preview-detail";
import { previewDetailOf } from "@/lib/domain/preview-detail-of";

type Translate = (key: string, values?: Record<string, string | number>) => string;
type Shown = Pick<LastMessage, "kind" | "text" | "isRevoked" | "direction" | "author">;
type Previewed = Pick<Shown, "kind" | "text" | "isRevoked"> & {
  channel: ChannelType;
  /** Either says what is beside the words. */
  detail?: PreviewDetail | null;
  content?: MessageContent;
};

/** A message in one line, by kind: its words without marks, or what it is. `t` reads the `inbox` namespace. Pure. */
export function previewText(t: Translate, message: Previewed): string {
  if (message.isRevoked) return t("kind.revoked");
  const text = message.text ?? "";
  const words = message.channel === "whatsapp" ? plainWhatsAppText(text) : text;
  const detail = message.detail ?? (message.content ? previewDetailOf(message.content) : null);
  return words.replace(/\s+/gu, " ").trim() || kindWords(t, message.kind, detail);
}

/** Who wrote it, when it was not the customer: "You", a colleague's first name, "Phone app", "API". Pure. */
export function previewAuthor(t: Translate, { direction, author }: Shown, memberId: string): string | null {
  if (direction === "inbound") return null;
  if (author.kind === "member") return author.id === memberId ? t("you") : firstName(author.name);
  if (author.kind === "phone") return t("author.phone");
  if (author.kind === "api") return t("author.api");
  return null;
}

export const previewKind = ({
  kind,
  isRevoked,
}: Pick<Shown, "kind" | "isRevoked">): MessageKind | "revoked" => (isRevoked ? "revoked" : kind);

/** "Voice note, 0:42", "3 photos", "invoice.pdf", "Location: Philz Coffee". */
function kindWords(t: Translate, kind: MessageKind, detail: PreviewDetail | null): string {
  const { variant = null, durationMs = null, count = null, name = null } = detail ?? {};
  if (kind === "document" && name) return name;
  const word = wordFor();
  if (durationMs !== null) return t("kindLasting", { kind: word, duration: sayDuration(durationMs) });
  return name && (kind === "location" || kind === "contacts") ? t("kindNamed", { kind: word, name }) : word;

  function wordFor(): string {
    if (kind === "image" && count !== null && count > 1) return t("kind.photos", { count });
    if (kind === "order" && count) return t("kind.items", { count });
    return t(`kind.${variant ?? kind}`);
  }
}

const firstName = (name: string | null) => name?.split(/\s+/)[0] ?? null;
