import type { Actor } from "@/lib/domain/member";
import type { Message } from "@/lib/domain/message";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { OPTED_OUT_CODE } from "@/lib/inbox/contacts/note-opt-out";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { isDocumentId } from "@/lib/store/document-id";
import { outbox } from "@/lib/store/outbox";
import { inUnit } from "@/lib/store/unit";
import { mayGoOut, optedOut, storeQueued, windowClosed } from "./enqueue";
import { currentContact, currentMessage, readChannel } from "./locate";
import { recipientOfContact } from "./recipient";
import { sentBy } from "./sent-by";

export type RetryInput = {
  actor: Actor;
  conversationId: string;
  messageId: string;
  /** A person takes the risk that an `unconfirmed` message arrives twice. */
  isSendAnyway?: boolean;
  now?: number;
};

/**
 * Sends a failed message once more because a person asks for it: the next attempt of the same message. What Meta
 * still says about the earlier attempt is kept apart by its own id. An unconfirmed message may have arrived: only with
 * `isSendAnyway`, and it is not sent after all when news of the first attempt comes while the second still waits. Errors: `forbidden`, `not_found`, `message_not_retryable`, `window_closed`, `channel_disconnected`,
 * `recipient_unknown`, `recipient_opted_out`.
 */
export async function retryMessage(input: RetryInput): Promise<Result<Message>> {
  const { actor, conversationId, messageId, isSendAnyway = false, now = Date.now() } = input;
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  if (!isDocumentId(conversationId) || !isDocumentId(messageId)) return fail("not_found", "No such message");
  return inUnit(async (unit) => {
    const found = await currentMessage(unit, actor, conversationId, messageId);
    if (!found) return fail("not_found", "There is no such message");
    const { conversation, message } = found;
    const row = await unit.get(outbox().doc(messageId));
    const isUnsure = isSendAnyway && message.status === "unconfirmed" && row?.state === "unconfirmed";
    const hasFailed = message.status === "failed" && !row;
    if (message.direction !== "outbound" || !(hasFailed || isUnsure)) {
      return fail("message_not_retryable", "Only a message that failed can be sent again");
    }
    const channel = await readChannel(message.channelId);
    if (!channel?.isConnected) return fail("channel_disconnected", "This channel is not connected");
    const contact = await currentContact(unit, conversation.contactId);
    if (contact?.erasingAt) return fail("not_found", "There is no such message");
    if (!contact || !recipientOfContact(message.channel, contact)) {
      return fail("recipient_unknown", "Nothing is known by which Meta could reach this contact");
    }
    if (message.error?.code === OPTED_OUT_CODE && contact.marketingOptOut?.isOptedOut) return optedOut();
    if (!mayGoOut(conversation, message.kind, now)) return windowClosed(conversation.windowEndsAt);
    const next = nextAttempt(message, now);
    storeQueued(unit, conversation, next);
    const again = sentBy(next);
    const detail = { ...again.detail, isSendAnyway: isUnsure };
    await leaveAuditEntry(unit, actor, { ...again, detail }, now);
    return ok(next);
  }, turnOfConversation(conversationId));
}

function nextAttempt(message: Message, now: number): Message {
  return {
    ...message,
    attempt: message.attempt + 1,
    attempts: [
      ...(message.attempts ?? []),
      { attempt: message.attempt, timeline: message.timeline, error: message.error },
    ],
    providerMessageId: null,
    status: "queued",
    timeline: { queued: now },
    error: null,
    pricing: null,
  };
}
