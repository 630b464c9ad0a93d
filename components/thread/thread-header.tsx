"use client";
import ArrowLeft from "lucide-react/icons/arrow-left";
import { useTranslations } from "next-intl";
import { ChannelBadge } from "@/components/inbox/channel-badge";
import { showConversation } from "@/components/inbox/show-conversation";
import { usePlace } from "@/components/inbox/use-place";
import { WindowChip } from "@/components/inbox/window-chip";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { useChannels } from "@/lib/client/use-channels";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { paths } from "@/lib/paths";
import { AssignMenu } from "./assign-menu";
import { ThreadMenu } from "./thread-menu";

type Props = { conversation: VersionedConversation; name: string };

/** Who it is, on which channel, how long one may still answer, and who answers. */
export function ThreadHeader({ conversation, name }: Props) {
  const t = useTranslations("thread");
  const tInbox = useTranslations("inbox");
  const { tab } = usePlace();
  const channels = useChannels();
  const channel = channels?.find((known) => known.id === conversation.channelId);
  const channelName = tInbox(`channel.${conversation.channel}`);
  const isOneOfMany = (channels?.filter((known) => known.type === conversation.channel).length ?? 0) > 1;
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-border px-4 max-wide:h-14 max-wide:px-2">
      <IconButton
        label={t("back")}
        shortcut="Esc"
        icon={<ArrowLeft size={18} aria-hidden className="rtl:-scale-x-100" />}
        onClick={() => showConversation(paths.inbox(tab))}
        className="wide:hidden"
      />
      <div className="flex min-w-0 flex-1 items-center gap-x-3 max-wide:flex-col max-wide:items-start">
        <h2 className="max-w-full min-w-0 truncate text-lg font-semibold">
          <bdi>{name}</bdi>
        </h2>
        <div className="flex min-w-0 items-center gap-3 text-xs text-text-muted">
          <span className="inline-flex min-w-0 items-center gap-1.5">
            <ChannelBadge channel={conversation.channel} />
            <span className="truncate">{isOneOfMany && channel ? channel.name : channelName}</span>
          </span>
          <WindowChip windowEndsAt={conversation.windowEndsAt} />
          {conversation.handledBy ? <Badge tone="soon">{t("handledElsewhere")}</Badge> : null}
        </div>
      </div>
      <AssignMenu conversation={conversation} />
      <ThreadMenu conversationId={conversation.id} contactId={conversation.contactId} />
    </header>
  );
}
