import { type ConversationTab, conversationTabs } from "@/lib/domain/conversation-tab";
import { paths } from "@/lib/paths";

/** SWR keys are the URLs that answer them: one entry per list, thread, conversation, and so on. */
export const keys = {
  conversations: (tab: ConversationTab) => paths.api.conversations(tab),
  conversation: (id: string) => paths.api.conversation(id),
  thread: (conversationId: string) => paths.api.messages(conversationId),
  counts: () => paths.api.counts(),
  channels: () => paths.api.channels(),
  members: () => paths.api.members(),
  templates: (channelId: string) => paths.api.templates(channelId),
  webhookDeliveries: (id: string, state: string | null, cursor: string | null) =>
    paths.api.webhookDeliveries(id, { state: state ?? undefined, cursor }),
};

export const listKeys = conversationTabs.map((tab) => ({ tab, key: keys.conversations(tab) }));

/** Whether a cached entry is inbox data that has to be fetched again after a gap. */
export const isInboxKey = (key: string) => key.startsWith("/api/inbox/");

/** Conversation id of a conversation's own key, or null for another key. */
export function conversationOfKey(key: string): string | null {
  const match = /^\/api\/inbox\/conversations\/([^/?]+)$/.exec(key);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}

/** Conversation id of a thread's key, or null for another key. */
export function threadOfKey(key: string): string | null {
  const match = /^\/api\/inbox\/conversations\/([^/?]+)\/messages$/.exec(key);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}
