import type { Conversation, ConversationMarks } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";

const DAY_MS = 24 * 60 * 60 * 1000;
const FREE_MS = 3 * DAY_MS;

/**
 * WhatsApp's free entry point: a customer who came from an ad and is answered within 24 hours costs nothing for 72
 * hours from that answer on, whatever is sent. It is about money only: free-form messages still need the customer
 * service window of 24 hours from the customer's last message.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/pricing
 * Pure; call it with each message, again when it has gone out.
 */
export function withFreeEntry(conversation: Conversation, message: Message): Conversation {
  const { marks } = conversation;
  if (conversation.channel !== "whatsapp" || !marks || message.isHistory) return conversation;
  const next = message.direction === "inbound" ? withAd(marks, message) : withAnswer(marks, message);
  return next === marks ? conversation : settled({ ...conversation, marks: next });
}

/** The same with the end that Meta itself told (epoch ms), which counts before ours. Pure. */
export function withFreeEntryTold(conversation: Conversation, endsAt: number): Conversation {
  const { marks } = conversation;
  if (!marks || endsAt <= (marks.freeEntryToldEnd ?? 0)) return conversation;
  return settled({ ...conversation, marks: { ...marks, freeEntryToldEnd: endsAt } });
}

function withAd(marks: ConversationMarks, { referral, sentAt }: Message): ConversationMarks {
  if (!isFromAd(referral) || sentAt <= (marks.adAt ?? 0)) return marks;
  const { adAnsweredAt, ...rest } = marks;
  const isAnswer = adAnsweredAt !== undefined && adAnsweredAt >= sentAt;
  return { ...rest, adAt: sentAt, ...(isAnswer ? { adAnsweredAt } : {}) };
}

function withAnswer(marks: ConversationMarks, { timeline }: Message): ConversationMarks {
  const goneAt = timeline.accepted ?? timeline.sent;
  if (goneAt === undefined || marks.adAt === undefined || goneAt < marks.adAt) return marks;
  if (marks.adAnsweredAt !== undefined && marks.adAnsweredAt <= goneAt) return marks;
  return { ...marks, adAnsweredAt: goneAt };
}

function settled(conversation: Conversation): Conversation {
  const { adAt, adAnsweredAt, freeEntryToldEnd: told } = conversation.marks ?? {};
  const isInTime = adAt !== undefined && adAnsweredAt !== undefined && adAnsweredAt - adAt <= DAY_MS;
  const ours = isInTime ? adAnsweredAt + FREE_MS : null;
  const isToldOfThis = told !== undefined && told > (adAt ?? 0);
  return { ...conversation, freeEntryEndsAt: isToldOfThis ? told : ours };
}

function isFromAd(referral: Message["referral"]): boolean {
  return referral !== null && (referral.source_type === "ad" || referral.ctwa_clid !== undefined);
}
