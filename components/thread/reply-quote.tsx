"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { KindIcon } from "@/components/inbox/kind-icon";
import { previewKind, previewText } from "@/components/inbox/preview";
import type { ReplyTo } from "@/lib/domain/message";
import { safeHref } from "./rich-text";
import { useThreadContext } from "./thread-context";
import { useAuthorName } from "./use-author-name";

type Props = { replyTo: ReplyTo; onJump?: (messageId: string) => boolean };

const frame = "mb-1.5 block w-full border-accent border-s-2 ps-2 text-start text-sm";

/** What a message answers: the quoted message, which a press goes to, or a story, or a product. */
export function ReplyQuote({ replyTo, onJump }: Props) {
  const t = useTranslations("thread");
  const tInbox = useTranslations("inbox");
  const { messages } = useThreadContext();
  const nameOf = useAuthorName();
  const [isMissing, setIsMissing] = useState(false);
  const { messageId, story, product } = replyTo;
  const quoted = messageId ? messages.find((message) => message.id === messageId) : undefined;

  if (story) {
    const href = safeHref(story.url);
    return (
      <span className={frame}>
        {t("replyStory")}{" "}
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent underline">
            {t("openStory")}
          </a>
        ) : null}
      </span>
    );
  }
  if (!quoted && product) return <span className={frame}>{t("replyProduct")}</span>;
  if (!quoted || !messageId) {
    return (
      <span className={`${frame} text-text-muted`}>{isMissing ? t("notLoaded") : t("replyUnknown")}</span>
    );
  }
  const shown = { ...quoted, isRevoked: quoted.revokedAt !== null };
  return (
    <button
      type="button"
      title={t("jumpToQuoted")}
      onClick={() => setIsMissing(onJump?.(messageId) === false)}
      className={frame}
    >
      <span className="block text-xs font-medium text-accent">{nameOf(quoted)}</span>
      <span className="flex min-w-0 items-center gap-1 text-text-muted">
        <KindIcon kind={previewKind(shown)} size={13} />
        <span dir="auto" className="line-clamp-2 min-w-0">
          {previewText(tInbox, shown)}
        </span>
      </span>
    </button>
  );
}
