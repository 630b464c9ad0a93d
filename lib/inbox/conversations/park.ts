import { ulid } from "ulid";
import { checkText } from "@/lib/channels/limits";
import type { Conversation } from "@/lib/domain/conversation";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { mayGoOut } from "@/lib/inbox/outbound/enqueue";
import { currentConversation } from "@/lib/inbox/outbound/locate";
import { conversations } from "@/lib/store/conversations";
import { isDocumentId } from "@/lib/store/document-id";
import { addFeedRow } from "@/lib/store/feed";
import { toStorable } from "@/lib/store/storable";
import { inUnit } from "@/lib/store/unit";

/**
 * Keeps a text until the customer writes again and sends it then, once, by itself; null gives it up. One text a
 * conversation: a new one takes the place of the old. Errors: `forbidden`, `not_found`, `text_empty`, `text_too_long`,
 * `conflict` when it could be sent right now.
 */
export async function parkText(input: {
  actor: Actor;
  conversationId: string;
  text: string | null;
  /** Epoch ms. */
  now?: number;
}): Promise<Result<Conversation>> {
  const { actor, conversationId, now = Date.now() } = input;
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  if (!isDocumentId(conversationId)) return fail("not_found", "There is no such conversation");
  const text = input.text === null ? null : toStorable(input.text.trim());
  return inUnit(async (unit) => {
    const conversation = await currentConversation(unit, actor, conversationId);
    if (!conversation) return fail("not_found", "There is no such conversation");
    if (text !== null) {
      const checked = checkText(conversation.channel, text);
      if (!checked.ok) return checked;
      if (mayGoOut(conversation, "text", now)) return fail("conflict", "The text can be sent now");
    }
    if (text === null && !conversation.parked) return ok(conversation);
    const memberName = actor.kind === "member" ? actor.name : null;
    const parked =
      text === null ? null : { messageId: ulid(now), text, memberId: actor.id, memberName, at: now };
    const next = { ...conversation, parked, updatedAt: now };
    unit.set(conversations().doc(conversation.id), next);
    unit.finally((tx) => addFeedRow(tx, { kind: "conversation", conversationId: conversation.id }));
    const action = parked ? "conversation.text_parked" : "conversation.parked_text_dropped";
    const { id, contactId } = conversation;
    const subject = { kind: "conversation", id } as const;
    await leaveAuditEntry(unit, actor, { action, subject, within: [contactId] }, now);
    return ok(next);
  }, turnOfConversation(conversationId));
}
