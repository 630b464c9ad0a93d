import type { Actor } from "@/lib/domain/member";
import type { Message } from "@/lib/domain/message";
import { can, mayReach } from "@/lib/domain/permissions";
import { conversationIdOf } from "@/lib/domain/provider-keys";
import { bsuidOf, phoneOf } from "@/lib/domain/recipient-address";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { SendContent } from "@/lib/domain/send-content";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { resolvePerson } from "@/lib/inbox/contacts/resolve";
import { contactFields, conversationFor } from "@/lib/inbox/conversations/touch";
import { BeingErasedError } from "@/lib/inbox/privacy/erased-person";
import { conversations } from "@/lib/store/conversations";
import { isDocumentId } from "@/lib/store/document-id";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { toStorable } from "@/lib/store/storable";
import { inUnit, type Unit } from "@/lib/store/unit";
import { optedOut, sameAgain, storeQueued } from "./enqueue";
import { currentConversation, readChannel } from "./locate";
import { isMessageId } from "./match";
import { newOutboundMessage } from "./new-message";
import { type PreparedTemplate, prepareTemplate } from "./prepare-template";
import { sentBy } from "./sent-by";
import { uploadsFor } from "./uploads-for";

export type EnqueueTemplateInput = {
  actor: Actor;
  channelId: string;
  /** One of the two. A phone number with country code, written in any way; a BSUID as Meta gives it. */
  to: { phone?: string; bsuid?: string };
  template: { name: string; language: string; components: Record<string, unknown>[] };
  messageId: string;
  /** Epoch ms. */
  now?: number;
};

type TemplateContent = Extract<SendContent, { kind: "template" }>;
type Target = { waId: string | null; bsuid: string | null; parentBsuid: string | null };

/**
 * Takes a template for a person who need not have written yet; contact and conversation are made when missing.
 * Asking again with the same id gives the same message. Errors as of `enqueueMessage`, and `bad_request` for a
 * recipient that is neither a phone number nor a BSUID.
 */
export async function enqueueTemplateTo(input: EnqueueTemplateInput): Promise<Result<Message>> {
  const { actor, channelId, messageId } = input;
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  if (!isMessageId(messageId)) return fail("bad_request", "The message id is not of the right form");
  if (!isDocumentId(channelId) || !mayReach(actor, channelId))
    return fail("not_found", "There is no such channel");
  const to = targetOf(input.to);
  if (!to.ok) return to;
  const { name, language, components } = toStorable(input.template);
  const content: TemplateContent = { kind: "template", name, language, components };
  const prepared = await prepareTemplate(channelId, content);
  if (prepared.ok && prepared.data.needsPhone && !to.data.waId) {
    return fail("recipient_unknown", "Meta sends one-time passwords to phone numbers only");
  }
  try {
    return await inUnit(async (unit) => {
      const earlier = await earlierMessage(unit, channelId, messageId);
      if (earlier) return sameAgain(earlier, content);
      if (!prepared.ok) return prepared;
      return enqueueWithin(unit, input, to.data, content, prepared.data);
    });
  } catch (error) {
    if (error instanceof BeingErasedError) return fail("conflict", "This person is being erased just now");
    throw error;
  }
}

async function enqueueWithin(
  unit: Unit,
  { actor, channelId, messageId, now = Date.now() }: EnqueueTemplateInput,
  to: Target,
  content: TemplateContent,
  { text, shown, isMarketing }: PreparedTemplate,
): Promise<Result<Message>> {
  const channel = await readChannel(channelId);
  if (!channel?.isConnected) return fail("channel_disconnected", "This channel is not connected");
  const person = { ...to, igsid: null, username: null, name: null };
  // At time 0, so that whatever Meta tells about this person is newer.
  const sighting = {
    channelType: channel.type,
    person,
    aliases: [],
    at: 0,
    now,
    fallbackId: `x_${messageId}`,
  };
  const { contact } = await resolvePerson(unit, sighting);
  if (isMarketing && contact.marketingOptOut?.isOptedOut) return optedOut();
  const known = await currentConversation(unit, actor, conversationIdOf(channelId, contact.id));
  const conversation = known ?? conversationFor(channel, contact, now);
  const place = conversations().doc(conversation.id);
  await unit.load([place, messagesOf(conversation.id).doc(messageId), outbox().doc(messageId)]);
  const earlier = await unit.get(messagesOf(conversation.id).doc(messageId));
  if (earlier) return sameAgain(earlier, content);
  const files = await uploadsFor(unit, conversation, { actor, content, messageId });
  if (!files.ok) return files;
  const message = newOutboundMessage({
    id: messageId,
    conversation,
    content,
    text,
    shown,
    actor,
    replyTo: null,
    now,
  });
  storeQueued(unit, { ...conversation, ...contactFields(contact) }, message);
  await leaveAuditEntry(unit, actor, sentBy(message), now);
  return ok(message);
}

/** The same request again, while it is on its way: found without knowing the contact. */
async function earlierMessage(unit: Unit, channelId: string, messageId: string): Promise<Message | null> {
  const row = await unit.get(outbox().doc(messageId));
  if (row?.channelId !== channelId) return null;
  return unit.get(messagesOf(row.conversationId).doc(messageId));
}

const nowhere: Target = { waId: null, bsuid: null, parentBsuid: null };

/** Meta recommends the phone where both are known. */
function targetOf({ phone, bsuid }: EnqueueTemplateInput["to"]): Result<Target> {
  const address = phone !== undefined ? phoneOf(phone) : bsuid !== undefined ? bsuidOf(bsuid) : null;
  if (address?.kind === "phone") return ok({ ...nowhere, waId: address.phone });
  if (address?.kind === "bsuid") {
    const isParent = /^..\.ENT\./.test(address.bsuid);
    return ok({ ...nowhere, [isParent ? "parentBsuid" : "bsuid"]: address.bsuid });
  }
  if (phone !== undefined) return fail("bad_request", "This is not a phone number with its country code");
  return fail("bad_request", "This is neither a phone number nor a business-scoped user id");
}
