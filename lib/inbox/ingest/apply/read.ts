import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import { noMarks } from "@/lib/inbox/conversations/touch";
import { conversations } from "@/lib/store/conversations";
import { messagesUpTo } from "@/lib/store/messages";
import type { ApplyContext } from "./context";
import { saveMessage } from "./context";
import { applyChange } from "./settle-pending";

type ReadMark = { sentAt: number; readAt: number };

const MAX_MARKS = 20;
const LOOK_BACK = 200;

/**
 * Instagram tells of the newest message that was read: everything that we sent up to it was read by then, and so is
 * what becomes known later but was sent earlier.
 */
export async function noteRead(
  context: ApplyContext,
  conversationId: string,
  mark: ReadMark,
): Promise<boolean> {
  const { unit } = context;
  const ref = conversations().doc(conversationId);
  const conversation = await unit.get(ref);
  if (!conversation) return false;
  const next = withReadMark(conversation, mark);
  unit.set(ref, next);
  const stored = await unit.find(messagesUpTo(conversationId, mark.sentAt, LOOK_BACK));
  const unsaved = [...(context.touched.get(conversationId)?.values() ?? [])];
  const all = new Map([...stored, ...unsaved].map((message) => [message.id, message]));
  let hasChanged = next !== conversation;
  for (const message of all.values()) {
    if (message.sentAt > mark.sentAt) continue;
    const read = applyChange(message, { type: "read", at: mark.readAt });
    const current = await unit.get(ref);
    if (!current || read.timeline === message.timeline) continue;
    hasChanged = true;
    saveMessage(context, current, read);
  }
  return hasChanged;
}

/** A message with the read mark that covers it, when the customer had read further before it became known. Pure. */
export function withReads(conversation: Conversation, message: Message): Message {
  const readAt = (conversation.marks ?? noMarks).customerReads
    .filter(({ sentAt }) => sentAt >= message.sentAt)
    .map((mark) => mark.readAt);
  return readAt.length > 0 ? applyChange(message, { type: "read", at: Math.min(...readAt) }) : message;
}

function withReadMark(conversation: Conversation, mark: ReadMark): Conversation {
  const marks = conversation.marks ?? noMarks;
  if (marks.customerReads.some((known) => covers(known, mark))) return conversation;
  const customerReads = [...marks.customerReads.filter((known) => !covers(mark, known)), mark]
    .sort((a, b) => a.sentAt - b.sentAt)
    .slice(-MAX_MARKS);
  return {
    ...conversation,
    customerReadUpTo: customerReads.at(-1) ?? null,
    marks: { ...marks, customerReads },
  };
}

/** Whether the first mark says all that the second says: as far, and as early. */
function covers(a: ReadMark, b: ReadMark): boolean {
  return a.sentAt >= b.sentAt && a.readAt <= b.readAt;
}
