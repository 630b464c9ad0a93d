"use client";
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { KindIcon } from "@/components/inbox/kind-icon";
import { previewKind, previewText } from "@/components/inbox/preview";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { ReplyTo } from "@/lib/domain/message";
import { QuoteThumb } from "./quote-thumb";
import { StoryQuote } from "./rich-bodies";
import { useThreadContext } from "./thread-context";
import { useAuthorName } from "./use-author-name";

type Props = { message: ThreadMessage; replyTo: ReplyTo; onJump?: (messageId: string) => void };

const frame = "mb-1.5 block w-full border-accent border-s-2 ps-2 text-start text-sm";

/** What a message answers: the quoted message, which a press goes to, or a story, or a product. */
export function ReplyQuote({ message, replyTo, onJump }: Props) {
  const t = useTranslations("thread");
  const tInbox = useTranslations("inbox");
  const { messages } = useThreadContext();
  const nameOf = useAuthorName();
  const { messageId, story, product } = replyTo;
  const quoted = messageId ? messages.find((one) => one.id === messageId) : undefined;

  if (story) {
    return (
      <div className={frame}>
        <Suspense fallback={t("replyStory")}>
          <StoryQuote message={message} story={story} />
        </Suspense>
      </div>
    );
  }
  if (!messageId) {
    return (
      <span className={`${frame} text-text-muted`}>
        {product ? t("replyProduct", { id: product.productId ?? "" }) : t("replyUnknown")}
      </span>
    );
  }
  return (
    <button type="button" title={t("jumpToQuoted")} onClick={() => onJump?.(messageId)} className={frame}>
      {quoted ? (
        <span className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 flex-1">
            <span className="block text-xs font-medium text-accent">{nameOf(quoted)}</span>
            <span className="flex min-w-0 items-center gap-1 text-text-muted">
              <KindIcon kind={previewKind(quotable(quoted))} size={13} />
              <span dir="auto" className="line-clamp-2 min-w-0">
                {previewText(tInbox, quotable(quoted))}
              </span>
            </span>
          </span>
          <QuoteThumb message={quoted} />
        </span>
      ) : (
        <span className="text-text-muted underline decoration-dotted underline-offset-2">
          {t("replyEarlier")}
        </span>
      )}
    </button>
  );
}

const quotable = (message: ThreadMessage) => ({ ...message, isRevoked: message.revokedAt !== null });
