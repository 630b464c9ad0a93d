"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { ErrorPane } from "@/components/app-shell/error-pane";
import { useCan } from "@/components/app-shell/member-context";
import { useHydrated } from "@/components/app-shell/use-hydrated";
import { Composer } from "@/components/composer/composer";
import { contactName } from "@/components/inbox/contact-name";
import { replaceConversation } from "@/components/inbox/show-conversation";
import { useListedConversation } from "@/components/inbox/use-listed-conversation";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { useConversation } from "@/lib/client/use-conversation";
import { useMarkRead } from "@/lib/client/use-mark-read";
import { useThread } from "@/lib/client/use-thread";
import { paths } from "@/lib/paths";
import type { PictureRef } from "./lightbox/pictures-of";
import { stopSound } from "./rich-bodies";
import { StaticMessages } from "./static-messages";
import { ThreadContext } from "./thread-context";
import { ThreadHeader } from "./thread-header";
import { ThreadMessages } from "./thread-messages";
import { ThreadSkeleton } from "./thread-skeleton";
import type { ThreadFallback } from "./thread-slot";
import { useUnreadLine } from "./use-unread-line";

const Lightbox = lazy(async () => ({ default: (await import("./lightbox/lightbox")).Lightbox }));

type Props = { conversationId: string; fallback: ThreadFallback | null };

/** One conversation: header, messages, composer. Made anew for each conversation (its key is the id). */
export function ThreadPane({ conversationId, fallback }: Props) {
  const t = useTranslations("thread");
  const listed = useListedConversation(conversationId);
  const { conversation, error, retry } = useConversation(conversationId, fallback?.conversation ?? listed);
  const thread = useThread(conversationId, fallback?.thread);
  const [replyTo, setReplyTo] = useState<ThreadMessage | null>(null);
  const [picture, setPicture] = useState<PictureRef | null>(null);
  const unreadLine = useUnreadLine(conversation, thread);
  const isHydrated = useHydrated();
  useEffect(() => stopSound, []);
  const mayMarkRead = useCan("conversation.update");
  useMarkRead(conversation && !mayMarkRead ? { ...conversation, isUnread: false } : conversation);

  const mergedInto = conversation?.mergedInto ?? null;
  useEffect(() => {
    if (mergedInto && conversation) {
      replaceConversation(paths.conversation(`${conversation.channelId}__${mergedInto}`));
    }
  }, [mergedInto, conversation]);

  if (error?.status === 404) return <p className="m-auto p-6 text-text-muted">{t("gone")}</p>;
  if (error) return <ErrorPane title={t("failedToLoad")} onRetry={retry} />;
  if (!conversation) return <ThreadSkeleton />;

  const name = contactName(conversation) ?? t("customer");
  return (
    <ThreadContext
      value={{
        conversation,
        name,
        messages: thread.messages,
        reply: setReplyTo,
        showPicture: setPicture,
      }}
    >
      <section aria-label={t("label", { name })} className="flex min-h-0 flex-1 flex-col">
        <ThreadHeader conversation={conversation} name={name} />
        {messages()}
        <Composer
          conversation={conversation}
          name={name}
          replyTo={replyTo}
          onReplyDone={() => setReplyTo(null)}
        />
      </section>
      {picture ? (
        <Suspense>
          <Lightbox picture={picture} onShow={setPicture} onClose={() => setPicture(null)} />
        </Suspense>
      ) : null}
    </ThreadContext>
  );

  function messages() {
    if (thread.isLoading) return <ThreadSkeleton isBodyOnly />;
    if (thread.error) return <ErrorPane title={t("failedToLoad")} onRetry={thread.retry} />;
    if (!isHydrated) return <StaticMessages messages={thread.messages} unreadLine={unreadLine} />;
    return <ThreadMessages thread={thread} unreadLine={unreadLine} />;
  }
}
