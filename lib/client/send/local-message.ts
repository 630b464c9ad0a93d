import { messageSortKey } from "@/lib/domain/sort-key";
import type { LocalState, ThreadMessage } from "../inbox-data";
import type { Unsent } from "./unsent";

/** An unsent message as the thread shows it: version 0, so that whatever the server says replaces it. Pure. */
export function localMessage(
  unsent: Unsent,
  author: { id: string; name: string },
  local: LocalState,
): ThreadMessage {
  const { messageId, conversationId, contactId, channelId, channel, text, replyToMessageId, at } = unsent;
  return {
    id: messageId,
    conversationId,
    contactId,
    channelId,
    channel,
    direction: "outbound",
    kind: "text",
    text,
    content: { kind: "text" },
    author: { kind: "member", ...author },
    providerMessageId: null,
    replyTo: replyToMessageId
      ? { providerMessageId: null, messageId: replyToMessageId, story: null, product: null }
      : null,
    referral: null,
    forwarded: null,
    groupId: null,
    isStandby: false,
    reactions: [],
    sentAt: at,
    receivedAt: at,
    sortKey: messageSortKey(at, at),
    editedAt: null,
    edits: [],
    revokedAt: null,
    status: "queued",
    timeline: { queued: at },
    attempt: 1,
    error: null,
    pricing: null,
    version: 0,
    local,
  };
}
