import { plainWhatsAppText } from "@/components/thread/rich-text";
import type { ChannelType } from "@/lib/domain/channel";
import type { LastMessage } from "@/lib/domain/conversation";
import type { MessageKind } from "@/lib/domain/message";

type Translate = (key: string, values?: Record<string, string | number>) => string;
type Shown = Pick<LastMessage, "kind" | "text" | "isRevoked" | "direction" | "author">;

/** A message in one line, by kind: its words without marks, or what it is. `t` reads the `inbox` namespace. Pure. */
export function previewText(
  t: Translate,
  message: Pick<Shown, "kind" | "text" | "isRevoked"> & { channel: ChannelType },
): string {
  if (message.isRevoked) return t("kind.revoked");
  const text = message.text ?? "";
  const words = message.channel === "whatsapp" ? plainWhatsAppText(text) : text;
  return words.replace(/\s+/gu, " ").trim() || t(`kind.${message.kind}`);
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

const firstName = (name: string | null) => name?.split(/\s+/)[0] ?? null;
