"use client";
import clsx from "clsx";
import Reply from "lucide-react/icons/reply";
import { useTranslations } from "next-intl";
import { useCan } from "@/components/app-shell/member-context";
import { IconButton } from "@/components/ui/icon-button";
import { AuthorLine } from "./author-line";
import { MessageBody } from "./body/message-body";
import { FailureNote } from "./failure-note";
import { MessageMeta } from "./message-meta";
import { MessageNotes } from "./message-notes";
import { ReactionButton } from "./reaction-button";
import { Reactions } from "./reactions";
import { RemovedBody } from "./removed-body";
import { ReplyQuote } from "./reply-quote";
import { useThreadContext } from "./thread-context";
import type { ThreadRow } from "./thread-rows";

type Props = { row: ThreadRow; isFlashed: boolean; onJump?: (messageId: string) => void };

/** One message: the quote it answers, what it says, reactions, and below a group its time and ticks. */
export function Bubble({ row, isFlashed, onJump }: Props) {
  const t = useTranslations("thread");
  const { reply } = useThreadContext();
  const mayReply = useCan("message.send");
  const { message, isGroupStart, isGroupEnd } = row;
  const isOurs = message.direction === "outbound";
  const isRevoked = message.revokedAt !== null;
  const isMetaShown =
    isGroupEnd ||
    message.editedAt !== null ||
    message.local !== undefined ||
    message.status === "unconfirmed" ||
    message.status === "failed";
  const canReply = mayReply && !isRevoked && message.version > 0;
  const canReact = canReply && message.providerMessageId !== null && message.kind !== "system";
  return (
    <div
      data-message-id={message.id}
      className={clsx(
        "group flex flex-col",
        isOurs ? "items-end" : "items-start",
        isGroupEnd ? "pb-3" : "pb-0.5",
      )}
    >
      {isGroupStart ? <AuthorLine message={message} /> : null}
      <div className={clsx("flex max-w-full items-center gap-1", isOurs && "flex-row-reverse")}>
        <div
          className={clsx(
            "max-w-[78cqi] min-w-0 rounded-bubble px-3 py-2 transition-shadow duration-150 max-wide:text-lg",
            isBare(message) ? null : isOurs ? "bg-bubble-out" : "bg-bubble-in",
            isFlashed && "ring-2 ring-focus",
          )}
        >
          <MessageNotes message={message} />
          {message.replyTo ? (
            <ReplyQuote message={message} replyTo={message.replyTo} onJump={onJump} />
          ) : null}
          {isRevoked ? <RemovedBody message={message} /> : <MessageBody message={message} />}
        </div>
        <div
          className={clsx(
            "flex shrink-0 items-center gap-1 opacity-0 group-hover:opacity-100 focus-within:opacity-100 max-wide:opacity-100",
            isOurs && "flex-row-reverse",
          )}
        >
          {canReply ? (
            <IconButton
              label={t("reply")}
              icon={<Reply size={16} aria-hidden className="rtl:-scale-x-100" />}
              onClick={() => reply(message)}
            />
          ) : null}
          {canReact ? <ReactionButton message={message} /> : null}
          {isMetaShown ? null : <MessageMeta message={message} className="max-wide:hidden" />}
        </div>
      </div>
      <Reactions reactions={message.reactions} />
      {isMetaShown ? <MessageMeta message={message} className="mt-1" /> : null}
      <FailureNote message={message} />
    </div>
  );
}

/** A sticker stands by itself, as on a phone. */
function isBare({ kind, replyTo, text, revokedAt }: ThreadRow["message"]): boolean {
  return kind === "sticker" && replyTo === null && text === null && revokedAt === null;
}
