import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import { noMarks } from "@/lib/inbox/conversations/touch";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { slotsOf } from "@/lib/inbox/media/slots";
import { downloadId } from "@/lib/inbox/media/with-pending-files";
import { conversations } from "@/lib/store/conversations";
import { addFeedRow } from "@/lib/store/feed";
import { mediaDownloads } from "@/lib/store/media-downloads";
import { messagesAfter, messagesOf } from "@/lib/store/messages";
import { messagesBefore } from "@/lib/store/old-rows";
import { erasedRow, providerMessages } from "@/lib/store/provider-messages";
import { inUnit, type Unit } from "@/lib/store/unit";
import { deleteFilesOf } from "../delete-files-of";
import { keysOfNews } from "../erase/erase-messages";

/** Their outcome is still to come. */
const underWay = new Set<Message["status"]>(["queued", "sending", "unconfirmed"]);
const LOOK_AHEAD = 300;

/** Deletes the oldest messages sent before `cutoff` (epoch ms) with their files, at most `limit`. Answers how many. */
export async function deleteOldMessages(cutoff: number, limit: number, now: number): Promise<number> {
  const page = await messagesBefore(cutoff).orderBy("sentAt").limit(limit).get();
  const old = page.docs.map((row) => row.data()).filter(({ status }) => !underWay.has(status));
  const threads = Map.groupBy(old, ({ conversationId }) => conversationId);
  for (const [conversationId, messages] of threads) {
    for (const message of messages) await deleteFilesOf(message);
    await inUnit(
      (unit) => deleteFrom(unit, conversationId, messages, { cutoff, now }),
      turnOfConversation(conversationId),
    );
  }
  return old.length;
}

async function deleteFrom(
  unit: Unit,
  conversationId: string,
  messages: readonly Message[],
  { cutoff, now }: { cutoff: number; now: number },
): Promise<void> {
  const ref = conversations().doc(conversationId);
  const rows = messages.flatMap((message) => keysOfNews(message).map((key) => ({ key, message })));
  const downloads = messages.flatMap(({ id, ...message }) =>
    slotsOf({ id, ...message }).map(({ slot }) => mediaDownloads().doc(downloadId(id, slot))),
  );
  await unit.load([
    ref,
    ...messages.map(({ id }) => messagesOf(conversationId).doc(id)),
    ...rows.map(({ key }) => providerMessages().doc(key)),
    ...downloads,
  ]);
  for (const { id } of messages) unit.delete(messagesOf(conversationId).doc(id));
  for (const download of downloads) unit.delete(download);
  for (const { key, message } of rows) {
    unit.set(providerMessages().doc(key), erasedRow(key, message.channelId, now));
  }
  const conversation = await unit.get(ref);
  if (!conversation) return;
  const next = without(conversation, new Set(messages.map(({ id }) => id)));
  unit.set(ref, await withUnreadLeft(unit, next, cutoff));
  const messageIds = messages.map(({ id }) => id);
  unit.finally((tx) => addFeedRow(tx, { kind: "conversation", conversationId, messageIds }));
}

/** What the list shows of a thread without these; who waits, and until when one may answer, is as it was. Pure. */
function without(conversation: Conversation, gone: ReadonlySet<string>): Conversation {
  const { lastMessage } = conversation;
  const marks = conversation.marks ?? noMarks;
  const failedMessageIds = marks.failedMessageIds.filter((id) => !gone.has(id));
  return {
    ...conversation,
    // The newest is gone only when all are.
    lastMessage: lastMessage && gone.has(lastMessage.id) ? null : lastMessage,
    hasFailed: conversation.hasFailed && failedMessageIds.length > 0,
    marks: { ...marks, failedMessageIds },
  };
}

/** No more can be unread than is there. */
async function withUnreadLeft(unit: Unit, conversation: Conversation, cutoff: number): Promise<Conversation> {
  if (conversation.unreadCount === 0) return conversation;
  const left = await unit.find(messagesAfter(conversation.id, cutoff - 1, LOOK_AHEAD));
  if (left.length >= LOOK_AHEAD) return conversation;
  const inbound = left.filter(({ direction, author }) => direction === "inbound" && author.kind !== "system");
  const unreadCount = Math.min(conversation.unreadCount, inbound.length);
  return { ...conversation, unreadCount, isUnread: conversation.isUnread && unreadCount > 0 };
}
