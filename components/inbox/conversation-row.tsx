"use client";
import clsx from "clsx";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { ConversationTab } from "@/lib/domain/conversation-tab";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { paths } from "@/lib/paths";
import { ChannelBadge } from "./channel-badge";
import { contactName } from "./contact-name";
import { Moment } from "./moment";
import { RowPreview } from "./row-preview";
import { showConversation } from "./show-conversation";
import { UnreadBadge } from "./unread-badge";
import { WindowChip } from "./window-chip";

type Props = {
  conversation: VersionedConversation;
  tab: ConversationTab;
  isOpen: boolean;
  /** The one row that Tab reaches; arrows move it. */
  isCurrent: boolean;
  assigneeName: string | null;
  onFocus: () => void;
};

export const rowDomId = (conversationId: string) => `row-${conversationId}`;

/** One conversation in the list: 64 px, a link, so that it opens in a new tab like any other. */
export function ConversationRow({ conversation, tab, isOpen, isCurrent, assigneeName, onFocus }: Props) {
  const t = useTranslations("inbox");
  const { channel, isUnread, unreadCount, hasFailed, lastMessage, windowEndsAt, lastActivityAt } =
    conversation;
  const name = contactName(conversation) ?? t("unknownContact");
  const href = paths.conversation(conversation.id, tab);
  return (
    <Link
      id={rowDomId(conversation.id)}
      href={href}
      prefetch={false}
      onNavigate={(event) => {
        event.preventDefault();
        showConversation(href);
      }}
      onFocus={onFocus}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isOpen ? "page" : undefined}
      className={clsx(
        "flex h-16 items-center gap-3 border-b border-border px-3 focus-visible:-outline-offset-2",
        isOpen ? "bg-accent-soft" : "hover:bg-surface-sunken",
      )}
    >
      <span className="relative shrink-0">
        <Avatar name={name} size="lg" />
        <ChannelBadge channel={channel} className="absolute -end-0.5 -bottom-0.5 ring-2 ring-surface" />
      </span>
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline gap-2">
          <span className={clsx("min-w-0 flex-1 truncate", isUnread && "font-semibold")}>
            <bdi>{name}</bdi>
          </span>
          <Moment
            at={lastActivityAt}
            as="list"
            className={clsx("shrink-0 text-xs", isUnread ? "font-medium text-text" : "text-text-muted")}
          />
        </span>
        <span className="flex min-w-0 items-center gap-2 text-sm text-text-muted">
          <WindowChip windowEndsAt={windowEndsAt} isCompact />
          <RowPreview conversation={conversation} />
          {hasFailed && lastMessage?.status !== "failed" ? (
            <span role="img" aria-label={t("failed")} title={t("failed")} className="text-danger">
              <TriangleAlert size={14} aria-hidden />
            </span>
          ) : null}
          {assigneeName ? (
            <span title={t("assignedTo", { name: assigneeName })}>
              <Avatar name={assigneeName} size="sm" />
              <span className="sr-only">{t("assignedTo", { name: assigneeName })}</span>
            </span>
          ) : null}
          {isUnread ? <UnreadBadge count={unreadCount} /> : null}
        </span>
      </span>
    </Link>
  );
}
