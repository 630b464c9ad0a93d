import { channelClient } from "@/lib/channels/client";
import { toDeliveryError } from "@/lib/channels/graph/error-catalogue";
import type { GraphFailure } from "@/lib/channels/graph/result";
import type { Conversation } from "@/lib/domain/conversation";
import type { Actor } from "@/lib/domain/member";
import type { Message } from "@/lib/domain/message";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { applyChange } from "@/lib/inbox/ingest/apply/settle-pending";
import { isDocumentId } from "@/lib/store/document-id";
import { inUnit } from "@/lib/store/unit";
import { mayGoOut, windowClosed } from "./enqueue";
import { currentContact, currentMessage, readChannel } from "./locate";
import { recipientOfContact } from "./recipient";
import { saveOutbound } from "./save-outbound";

export type ReactInput = {
  actor: Actor;
  conversationId: string;
  messageId: string;
  /** One emoji; null takes ours back. */
  emoji: string | null;
  /** Epoch ms. */
  now?: number;
};

/** WhatsApp takes no reaction to a message older than this. */
const WHATSAPP_REACTION_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Puts our emoji on a message, at Meta first and then here: what the thread shows is what the customer sees. Asking
 * twice for the same is fine. Errors: `forbidden`, `not_found`, `bad_request`, `conflict` (the message is not at Meta
 * yet, or too old), `window_closed`, `channel_disconnected`, `recipient_unknown`, `provider_rejected` with
 * `details.reason` of the failure catalogue, `unavailable`.
 */
export async function reactToMessage(input: ReactInput): Promise<Result<Message>> {
  const { actor, conversationId, messageId, emoji, now = Date.now() } = input;
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  if (!isDocumentId(conversationId) || !isDocumentId(messageId)) return fail("not_found", "No such message");
  if (emoji !== null && !isEmoji(emoji)) return fail("bad_request", "A reaction is one emoji");
  const found = await inUnit(async (unit) => {
    const place = await currentMessage(unit, actor, conversationId, messageId);
    return place && { ...place, contact: await currentContact(unit, place.conversation.contactId) };
  }, turnOfConversation(conversationId));
  if (!found) return fail("not_found", "There is no such message");
  const { conversation, message, contact } = found;
  const refused = refusal(conversation, message, now);
  if (refused) return refused;
  const channel = await readChannel(message.channelId);
  const credentials = channel?.isConnected ? await credentialsOf(channel) : null;
  if (!credentials) return fail("channel_disconnected", "This channel is not connected");
  const to = contact && recipientOfContact(message.channel, contact);
  if (!to) return fail("recipient_unknown", "Nothing is known by which Meta could reach this contact");
  const providerMessageId = message.providerMessageId ?? "";
  const told = await channelClient(credentials).react({ to, providerMessageId, emoji });
  if (!told.ok) return refusedByMeta(message, told.failure);
  return store(input, conversation.id, now);
}

/** Whether a text is one emoji, however many code points it takes. Pure. */
export function isEmoji(text: string): boolean {
  const graphemes = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)];
  return graphemes.length === 1 && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(text);
}

function refusal(conversation: Conversation, message: Message, now: number): Result<never> | null {
  if (message.providerMessageId === null || message.revokedAt !== null || message.kind === "system") {
    return fail("conflict", "Meta has no such message to react to");
  }
  if (message.channel === "whatsapp" && now - message.sentAt > WHATSAPP_REACTION_MS) {
    return fail("conflict", "The message is too old for a reaction");
  }
  return mayGoOut(conversation, "text", now) ? null : windowClosed(conversation.windowEndsAt);
}

function refusedByMeta(message: Message, failure: GraphFailure): Result<never> {
  const { outcome, code, subcode, details, fbtraceId } = failure;
  if (outcome !== "rejected") return fail("unavailable", "Meta did not answer");
  const { reason } = toDeliveryError(message.channel, code, subcode, details, fbtraceId);
  return fail("provider_rejected", "Meta did not take the reaction", { reason, code, fbtraceId });
}

function store(
  { actor, messageId, emoji }: ReactInput,
  conversationId: string,
  at: number,
): Promise<Result<Message>> {
  return inUnit(async (unit) => {
    const found = await currentMessage(unit, actor, conversationId, messageId);
    if (!found) return fail("not_found", "There is no such message");
    const message = applyChange(found.message, { type: "reaction", from: "business", emoji, at });
    saveOutbound(unit, found.conversation, message, at);
    if (oursOn(message) !== oursOn(found.message)) {
      const action = emoji === null ? "message.reaction_removed" : "message.reacted";
      const within = [conversationId, message.contactId];
      await leaveAuditEntry(unit, actor, { action, subject: { kind: "message", id: messageId }, within }, at);
    }
    return ok(message);
  }, turnOfConversation(conversationId));
}

function oursOn({ reactions }: Message): string | undefined {
  return reactions.find(({ from }) => from === "business")?.emoji;
}
