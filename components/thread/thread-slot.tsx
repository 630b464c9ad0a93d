"use client";
import { useTranslations } from "next-intl";
import { usePlace } from "@/components/inbox/use-place";
import { Kbd } from "@/components/ui/kbd";
import type { Thread } from "@/lib/client/inbox-data";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { ThreadPane } from "./thread-pane";

export type ThreadFallback = { conversation: VersionedConversation; thread: Thread };

type Props = {
  /** What the server rendered; of use as long as the URL still names that conversation. */
  fallback: ThreadFallback | null;
};

/** The conversation the URL names. The URL changes without the server, so this follows it. */
export function ThreadSlot({ fallback }: Props) {
  const { openId } = usePlace();
  if (openId === null) return <PickOne />;
  const isRendered = fallback?.conversation.id === openId;
  return <ThreadPane key={openId} conversationId={openId} fallback={isRendered ? fallback : null} />;
}

function PickOne() {
  const t = useTranslations("inbox");
  return (
    <p className="m-auto p-6 text-center text-text-muted">{t.rich("pick", { key: () => <Kbd>j</Kbd> })}</p>
  );
}
