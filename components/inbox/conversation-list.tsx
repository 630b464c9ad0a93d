"use client";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { ErrorPane } from "@/components/app-shell/error-pane";
import { NewConversationButton } from "@/components/templates/new-conversation-button";
import { Tabs } from "@/components/ui/tabs";
import { useConversations } from "@/lib/client/use-conversations";
import { useCounts } from "@/lib/client/use-counts";
import { conversationTabs } from "@/lib/domain/conversation-tab";
import { paths } from "@/lib/paths";
import { ConversationRows, type RowsHandle } from "./conversation-rows";
import type { ListFallback } from "./list-fallback";
import { RowSkeletons } from "./row-skeletons";
import { replaceConversation } from "./show-conversation";
import { usePlace } from "./use-place";

type Props = { ref: Ref<RowsHandle>; fallback: ListFallback };

/** The list pane: tabs with counts, then the conversations, or one line on why there are none. */
export function ConversationList({ ref, fallback }: Props) {
  const t = useTranslations("inbox");
  const { tab, openId } = usePlace();
  const list = useConversations(tab, fallback.tab === tab ? fallback.list : undefined);
  const counts = useCounts(fallback.counts);
  return (
    <>
      <header className="flex h-12 shrink-0 items-center justify-between ps-4 pe-2">
        <h1 className="text-lg font-semibold">{t("title")}</h1>
        <NewConversationButton />
      </header>
      <Tabs
        label={t("tabs.label")}
        value={tab}
        onChange={(next) =>
          replaceConversation(openId ? paths.conversation(openId, next) : paths.inbox(next))
        }
        tabs={conversationTabs.map((value) => ({
          value,
          label: t(`tabs.${value}`),
          count: counts?.[value] ?? null,
        }))}
        className="flex min-h-0 flex-1 flex-col"
      >
        {content()}
      </Tabs>
    </>
  );

  function content() {
    if (list.isLoading) return <RowSkeletons count={9} label={t("loading")} />;
    if (list.error) return <ErrorPane title={t("listFailed")} onRetry={list.retry} />;
    if (list.conversations.length === 0 && !list.hasMore) {
      return <p className="p-4 text-text-muted">{t(`empty.${tab}`)}</p>;
    }
    return <ConversationRows key={tab} ref={ref} list={list} tab={tab} openId={openId} />;
  }
}
