"use client";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useMember } from "@/components/app-shell/member-context";
import { useDraft } from "@/components/composer/use-draft";
import type { Conversation } from "@/lib/domain/conversation";
import { KindIcon } from "./kind-icon";
import { previewAuthor, previewKind, previewText } from "./preview";
import { Ticks } from "./ticks";

type Props = { conversation: Conversation };

/** The second line of a row: a draft, a failure, or the newest message. */
export function RowPreview({ conversation }: Props) {
  const t = useTranslations("inbox");
  const member = useMember();
  const [draft] = useDraft(conversation.id);
  const last = conversation.lastMessage;

  if (draft.trim() !== "") {
    return (
      <span dir="auto" className="min-w-0 flex-1 truncate">
        <span className="text-accent">{t("draft")}</span> {draft}
      </span>
    );
  }
  if (!last) return <span className="flex-1" />;
  if (last.status === "failed") {
    return (
      <span className="flex min-w-0 flex-1 items-center gap-1 text-danger">
        <Ticks status="failed" />
        <span className="truncate">{t("status.failed")}</span>
      </span>
    );
  }
  const author = previewAuthor(t, last, member.id);
  return (
    <span className={clsx("flex min-w-0 flex-1 items-center gap-1", conversation.isUnread && "text-text")}>
      {last.direction === "outbound" ? <Ticks status={last.status} /> : null}
      <KindIcon kind={previewKind(last)} size={13} />
      <span dir="auto" className="min-w-0 truncate">
        {author ? `${author}: ` : ""}
        {previewText(t, { ...last, channel: conversation.channel })}
      </span>
    </span>
  );
}
