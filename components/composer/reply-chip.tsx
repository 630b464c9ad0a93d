"use client";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { previewText } from "@/components/inbox/preview";
import { useAuthorName } from "@/components/thread/use-author-name";
import { IconButton } from "@/components/ui/icon-button";
import type { ThreadMessage } from "@/lib/client/inbox-data";

type Props = { message: ThreadMessage; onDismiss: () => void };

/** The message being answered, above the text field. */
export function ReplyChip({ message, onDismiss }: Props) {
  const t = useTranslations("composer");
  const tInbox = useTranslations("inbox");
  const nameOf = useAuthorName();
  return (
    <div className="flex items-center gap-2 border-b border-border py-1 ps-3 pe-1">
      <div className="min-w-0 flex-1 border-s-2 border-accent ps-2 text-sm">
        <p className="text-xs font-medium text-accent">{t("replyingTo", { who: nameOf(message) })}</p>
        <p dir="auto" className="truncate text-text-muted">
          {previewText(tInbox, { ...message, isRevoked: message.revokedAt !== null })}
        </p>
      </div>
      <IconButton label={t("dismissReply")} icon={<X size={16} aria-hidden />} onClick={onDismiss} />
    </div>
  );
}
