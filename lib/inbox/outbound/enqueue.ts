import { isDeepStrictEqual } from "node:util";
import { checkContent } from "@/lib/channels/check-content";
import type { Conversation } from "@/lib/domain/conversation";
import type { Actor } from "@/lib/domain/member";
import type { Message, ReplyTo } from "@/lib/domain/message";
import { can, mayReach } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { SendContent } from "@/lib/domain/send-content";
import { sendOptionsOf } from "@/lib/domain/send-options";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { conversations } from "@/lib/store/conversations";
import { isDocumentId } from "@/lib/store/document-id";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { toStorable } from "@/lib/store/storable";
import { inUnit, type Unit } from "@/lib/store/unit";
import { currentContact, currentConversation, readChannel } from "./locate";
import { isMessageId } from "./match";
import { newOutboundMessage, outboxRowOf } from "./new-message";
import { type PreparedTemplate, prepareTemplate } from "./prepare-template";
import { recipientOfContact } from "./recipient";
import { saveOutbound } from "./save-outbound";
import { sentBy } from "./sent-by";
import { kindOf, storedContent, wordsOf } from "./stored-content";
import { uploadsFor } from "./uploads-for";

export type EnqueueInput = {
  actor: Actor;
  conversationId: string;
  /** Made by the caller (a ULID): the same id again is the same message, never a second one. */
  messageId: string;
  content: SendContent;
  replyToMessageId?: string | null;
  /** Epoch ms. */
  now?: number;
};

/**
 * Takes a message for sending: the message, its outbox row and the conversation change together. Sending follows
 * (`kickLane`), later if the channel is paused. Asking again with the same id gives the same message.
 * Errors: `forbidden`, `bad_request`, `not_found`, `conflict` (that id is another message), `window_closed`
 * (`details.windowEndsAt`), those of `checkContent`, `upload_not_found`, `channel_disconnected`, `recipient_unknown`,
 * `recipient_opted_out` (a marketing template), `template_*`.
 */
export async function enqueueMessage(input: EnqueueInput): Promise<Result<Message>> {
  const { actor, conversationId, messageId } = input;
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  if (!isMessageId(messageId)) return fail("bad_request", "The message id is not of the right form");
  if (!isDocumentId(conversationId)) return fail("not_found", "There is no such conversation");
  const clean = { ...input, content: toStorable(input.content) };
  const prepared = await prepare(clean);
  if (!prepared.ok) return prepared;
  return inUnit(
    (unit) => enqueueWithin(unit, clean, prepared.data),
    turnOfConversation(input.conversationId),
  );
}

const plain = { needsPhone: false, isMarketing: false };

async function prepare({
  actor,
  conversationId,
  messageId,
  content,
}: EnqueueInput): Promise<Result<PreparedTemplate>> {
  if (content.kind !== "template") return ok({ ...plain, text: wordsOf(content) });
  const conversation = (await conversations().doc(conversationId).get()).data();
  if (!conversation || !mayReach(actor, conversation.channelId)) {
    return fail("not_found", "There is no such conversation");
  }
  const isKnown = (await messagesOf(conversationId).doc(messageId).get()).exists;
  if (isKnown) return ok({ ...plain, text: null });
  return prepareTemplate(conversation.channelId, content);
}

async function enqueueWithin(
  unit: Unit,
  input: EnqueueInput,
  prepared: PreparedTemplate,
): Promise<Result<Message>> {
  const conversation = await currentConversation(unit, input.actor, input.conversationId);
  if (!conversation) return fail("not_found", "There is no such conversation");
  const earlier = await unit.get(messagesOf(conversation.id).doc(input.messageId));
  if (earlier) return sameAgain(earlier, input.content);
  if (await unit.get(outbox().doc(input.messageId))) {
    return fail("conflict", "Another conversation has a message with this id");
  }
  const refused = await refusal(unit, conversation, input, prepared);
  if (refused) return refused;
  const replyTo = await replyToOf(unit, conversation.id, input.replyToMessageId ?? null);
  if (!replyTo.ok) return replyTo;
  const files = await uploadsFor(unit, conversation, input);
  if (!files.ok) return files;
  const now = input.now ?? Date.now();
  const message = newOutboundMessage({
    id: input.messageId,
    conversation,
    content: input.content,
    text: prepared.text,
    actor: input.actor,
    replyTo: replyTo.data,
    upload: files.data[0],
    shown: prepared.shown,
    tag: sendOptionsOf(conversation, now).mode === "human_agent" ? "human_agent" : null,
    now,
  });
  storeQueued(unit, conversation, message);
  await leaveAuditEntry(unit, input.actor, sentBy(message), now);
  return ok(message);
}

/** Writes a queued message with everything that goes with it; all three documents were read before. */
export function storeQueued(unit: Unit, conversation: Conversation, message: Message): void {
  unit.set(outbox().doc(message.id), outboxRowOf(message, message.timeline.queued ?? message.receivedAt));
  saveOutbound(unit, conversation, message, message.receivedAt);
}

/** The same id again: the message that is there if it says the same, otherwise `conflict`. */
export function sameAgain(earlier: Message, content: SendContent): Result<Message> {
  const isSame =
    earlier.direction === "outbound" &&
    earlier.kind === kindOf(content) &&
    (content.kind === "template" || earlier.text === wordsOf(content)) &&
    ("uploadId" in content || isDeepStrictEqual(asAsked(earlier.content), storedContent(content, null)));
  return isSame ? ok(earlier) : fail("conflict", "Another message has this id");
}

/** A stored content without what was added to it here. */
function asAsked(content: Message["content"]): Message["content"] {
  if (content.kind !== "template") return content;
  const { shown: _, ...asked } = content;
  return asked;
}

async function refusal(
  unit: Unit,
  conversation: Conversation,
  { content, now }: EnqueueInput,
  { needsPhone, isMarketing }: PreparedTemplate,
): Promise<Result<never> | null> {
  const checked = checkContent(conversation.channel, content);
  if (!checked.ok) return checked;
  const channel = await readChannel(conversation.channelId);
  if (!channel?.isConnected) return fail("channel_disconnected", "This channel is not connected");
  const contact = await currentContact(unit, conversation.contactId);
  if (contact?.erasingAt) return fail("not_found", "There is no such conversation");
  if (!contact || !recipientOfContact(conversation.channel, contact)) {
    return fail("recipient_unknown", "Nothing is known by which Meta could reach this contact");
  }
  if (isMarketing && contact.marketingOptOut?.isOptedOut) return optedOut();
  if (needsPhone && !contact.phone) return fail("recipient_unknown", "This template needs a phone number");
  return mayGoOut(conversation, content.kind, now ?? Date.now())
    ? null
    : windowClosed(conversation.windowEndsAt);
}

/** Whether the customer service window, or what Meta allows beyond it, is open for this. `now` in epoch ms. Pure. */
export function mayGoOut(conversation: Conversation, kind: Message["kind"] | "heart", now: number): boolean {
  if (kind === "template") return true;
  const { mode } = sendOptionsOf(conversation, now);
  return mode === "open" || mode === "human_agent";
}

export function windowClosed(windowEndsAt: number | null): Result<never> {
  return fail("window_closed", "The customer service window is closed", { windowEndsAt });
}

export function optedOut(): Result<never> {
  return fail("recipient_opted_out", "This customer wants no marketing messages");
}

async function replyToOf(
  unit: Unit,
  conversationId: string,
  messageId: string | null,
): Promise<Result<ReplyTo | null>> {
  if (!messageId) return ok(null);
  if (!isDocumentId(messageId)) return fail("not_found", "The message this answers is not here");
  const quoted = await unit.get(messagesOf(conversationId).doc(messageId));
  if (!quoted) return fail("not_found", "The message this answers is not here");
  return ok({ providerMessageId: quoted.providerMessageId, messageId, story: null, product: null });
}
