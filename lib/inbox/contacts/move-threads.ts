import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import { settleUnsure } from "@/lib/inbox/conversations/settle-unsure";
import { conversationFor, withMessage } from "@/lib/inbox/conversations/touch";
import { linkQuotes, withQuoted } from "@/lib/inbox/ingest/apply/quote";
import { contacts } from "@/lib/store/contacts";
import { conversations, conversationsOfContact } from "@/lib/store/conversations";
import { addFeedRow } from "@/lib/store/feed";
import { merges } from "@/lib/store/merges";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { providerMessages } from "@/lib/store/provider-messages";
import { inUnit, type Unit } from "@/lib/store/unit";
import { joinThreads } from "./join-threads";

const BATCH = 50;

/**
 * Moves the threads of a merged contact to the contact it became part of, in batches, each a transaction of its own.
 * Can be stopped anywhere and called again: `merges/<contact id>` stays until nothing is left.
 */
export async function moveThreads(contactId: string): Promise<void> {
  const threads = await conversationsOfContact(contactId).get();
  for (const thread of threads.docs) {
    while (!(await inUnit((unit) => moveBatch(unit, thread.id), [contactId]))) {
      /* the next batch */
    }
  }
  await inUnit(async (unit) => {
    const left = await unit.find(conversationsOfContact(contactId));
    if (left.some(({ mergedInto }) => mergedInto === null)) return;
    const task = merges().doc(contactId);
    await unit.get(task);
    unit.delete(task);
  });
}

/** Moves some messages; true when the thread is empty and closed. */
async function moveBatch(unit: Unit, fromId: string): Promise<boolean> {
  const from = await unit.get(conversations().doc(fromId));
  if (!from || from.mergedInto) return true;
  const into = await threadOfWinner(unit, from);
  if (!into || into.id === from.id) return true;
  const batch = await unit.find(messagesOf(from.id).limit(BATCH));
  let thread = into;
  for (const message of batch) thread = await moveMessage(unit, from, thread, message);
  const isDone = batch.length === 0;
  if (isDone) {
    thread = joinThreads(thread, from);
    thread = await settleUnsure(unit, thread);
    unit.set(conversations().doc(from.id), closed(from, thread.id));
  }
  unit.set(conversations().doc(thread.id), thread);
  unit.finally((tx) => {
    addFeedRow(tx, {
      kind: "conversation",
      conversationId: thread.id,
      messageIds: batch.map(({ id }) => id),
    });
    if (isDone) addFeedRow(tx, { kind: "conversation", conversationId: from.id });
  });
  return isDone;
}

async function threadOfWinner(unit: Unit, from: Conversation): Promise<Conversation | null> {
  let contact = await unit.get(contacts().doc(from.contactId));
  for (let hops = 0; contact?.mergedInto && hops < 20; hops++) {
    contact = await unit.get(contacts().doc(contact.mergedInto));
  }
  if (!contact || contact.id === from.contactId) return null;
  const fresh = conversationFor({ id: from.channelId, type: from.channel }, contact, from.createdAt);
  return (await unit.get(conversations().doc(fresh.id))) ?? fresh;
}

async function moveMessage(
  unit: Unit,
  from: Conversation,
  into: Conversation,
  message: Message,
): Promise<Conversation> {
  const author =
    message.author.kind === "contact" ? { ...message.author, id: into.contactId } : message.author;
  const moved: Message = { ...message, conversationId: into.id, contactId: into.contactId, author };
  const target = messagesOf(into.id).doc(message.id);
  const source = messagesOf(from.id).doc(message.id);
  await unit.load([target, source]);
  unit.set(target, await withQuoted(unit, moved));
  unit.delete(source);
  await repointProviderMessage(unit, moved);
  if (message.direction === "outbound") await repointOutbox(unit, moved);
  return withMessage(into, moved);
}

async function repointProviderMessage(unit: Unit, message: Message): Promise<void> {
  if (!message.providerMessageId) return;
  const ref = providerMessages().doc(providerMessageKey(message.channelId, message.providerMessageId));
  const row = await unit.get(ref);
  if (row?.messageId !== message.id) return;
  const pending = await linkQuotes(unit, message, row.pending);
  unit.set(ref, { ...row, conversationId: message.conversationId, pending });
}

async function repointOutbox(unit: Unit, message: Message): Promise<void> {
  const ref = outbox().doc(message.id);
  const row = await unit.get(ref);
  if (!row) return;
  const { conversationId, contactId } = message;
  unit.set(ref, { ...row, conversationId, contactId, lane: row.lane === null ? null : conversationId });
}

/** What stays of a thread that moved: a sign to the other one, in nobody's list. */
function closed(from: Conversation, mergedInto: string): Conversation {
  return {
    ...from,
    mergedInto,
    lastMessage: null,
    lastActivityAt: 0,
    unreadCount: 0,
    isUnread: false,
    assigneeId: null,
    hasFailed: false,
    waitingSince: null,
    windowEndsAt: null,
    lastInboundAt: null,
  };
}
