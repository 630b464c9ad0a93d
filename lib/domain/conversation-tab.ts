import type { Conversation } from "./conversation";

export const conversationTabs = ["all", "unread", "mine"] as const;
export type ConversationTab = (typeof conversationTabs)[number];

/** Whether a conversation belongs under a tab of the list; the one rule for the query and for the live list. Pure. */
export function belongsToTab(
  conversation: Pick<Conversation, "isUnread" | "assigneeId" | "mergedInto">,
  tab: ConversationTab,
  memberId: string,
): boolean {
  if (conversation.mergedInto !== null) return false;
  if (tab === "unread") return conversation.isUnread;
  if (tab === "mine") return conversation.assigneeId === memberId;
  return true;
}
