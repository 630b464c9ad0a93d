import type { ConversationList, Counts } from "@/lib/client/inbox-data";
import type { ConversationTab } from "@/lib/domain/conversation-tab";

/** What the server rendered of the list pane: one tab's first page, and the counts. */
export type ListFallback = { tab: ConversationTab; list?: ConversationList; counts?: Counts };
