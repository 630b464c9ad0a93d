"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { type ConversationTab, conversationTabs } from "@/lib/domain/conversation-tab";

/** Where in the inbox the URL points: the tab of the list and the conversation beside it. */
export function usePlace(): { tab: ConversationTab; openId: string | null } {
  const pathname = usePathname();
  const asked = useSearchParams().get("tab");
  const id = /^\/inbox\/([^/]+)$/.exec(pathname)?.[1];
  return {
    tab: conversationTabs.find((tab) => tab === asked) ?? "all",
    openId: id ? decodeURIComponent(id) : null,
  };
}
