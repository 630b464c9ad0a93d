"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { usePlace } from "@/components/inbox/use-place";
import { Kbd } from "@/components/ui/kbd";
import type { Thread } from "@/lib/client/inbox-data";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { loadAgain } from "./load-again";
import { loadRichBodies } from "./rich-bodies";
import { ThreadSkeleton } from "./thread-skeleton";

/**
 * Chunks of their own: the list is alive before them, and where nothing is open they are fetched once there is time.
 * The bodies come along, so that what the server has drawn is not covered by placeholders.
 */
const ThreadPane = dynamic(
  // Written out here, so that Next finds it and preloads it where the server has drawn a thread.
  () => loadAgain(async () => (await Promise.all([import("./thread-pane"), bodies()]))[0].ThreadPane),
  { loading: () => <ThreadSkeleton /> },
);

const bodies = () => loadRichBodies().catch(() => null);

export type ThreadFallback = { conversation: VersionedConversation; thread: Thread };

type Props = {
  /** What the server rendered; of use as long as the URL still names that conversation. */
  fallback: ThreadFallback | null;
};

/** The conversation the URL names. The URL changes without the server, so this follows it. */
export function ThreadSlot({ fallback }: Props) {
  const { openId } = usePlace();
  useEffect(() => {
    const timer = setTimeout(() => Promise.all([import("./thread-pane"), bodies()]).catch(() => null), 500);
    return () => clearTimeout(timer);
  }, []);
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
