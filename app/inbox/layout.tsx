import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "@/components/app-shell/app-shell";
import { InboxPanes } from "@/components/inbox/inbox-panes";
import type { ListFallback } from "@/components/inbox/list-fallback";
import { type ConversationTab, conversationTabs } from "@/lib/domain/conversation-tab";
import { countConversations } from "@/lib/inbox/read/count-conversations";
import { listConversations } from "@/lib/inbox/read/list-conversations";
import { PATH_HEADER } from "@/lib/server/page/path-header";
import { requirePage } from "@/lib/server/page/require-page";

const FIRST_PAGE = 40;

/** The list lives here, so that it stays while conversations change. */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  const { actor } = await requirePage("inbox.read");
  const tab = await askedTab();
  const [list, counts] = await Promise.all([
    listConversations({ tab, actor, limit: FIRST_PAGE }),
    countConversations(actor),
  ]);
  const fallback: ListFallback = { tab, counts, list: list.ok ? list.data : undefined };
  return (
    <AppShell
      actor={actor}
      namespaces={["thread", "media", "composer", "attachments", "failures", "templates", "sendMore"]}
    >
      <InboxPanes fallback={fallback}>{children}</InboxPanes>
    </AppShell>
  );
}

/** A layout is not told the query; the proxy passes the whole path on. */
async function askedTab(): Promise<ConversationTab> {
  const here = new URL((await headers()).get(PATH_HEADER) ?? "/", "http://here");
  return conversationTabs.find((tab) => tab === here.searchParams.get("tab")) ?? "all";
}
