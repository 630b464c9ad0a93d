import type { Conversation } from "@/lib/domain/conversation";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { conversations } from "@/lib/store/conversations";
import { isDocumentId } from "@/lib/store/document-id";
import { addFeedRow } from "@/lib/store/feed";
import { inUnit } from "@/lib/store/unit";
import { currentConversation } from "./locate";
import { tellRead } from "./tell-read";

/**
 * Somebody has read a conversation: nothing in it is unread any more. `tellMeta` then tells WhatsApp (or Instagram);
 * it is null when there is nothing to tell, never fails, and belongs after the response. Viewers may look without a
 * trace, so they are `forbidden` to mark.
 */
export async function markConversationRead(input: {
  actor: Actor;
  conversationId: string;
  now?: number;
}): Promise<Result<{ conversation: Conversation; tellMeta: (() => Promise<void>) | null }>> {
  const { actor, conversationId, now = Date.now() } = input;
  if (!can(actor, "conversation.update")) return fail("forbidden", "This person may not mark conversations");
  if (!isDocumentId(conversationId)) return fail("not_found", "There is no such conversation");
  return inUnit(async (unit) => {
    const conversation = await currentConversation(unit, actor, conversationId);
    if (!conversation) return fail("not_found", "There is no such conversation");
    if (!conversation.isUnread) return ok({ conversation, tellMeta: null });
    const next = { ...conversation, unreadCount: 0, isUnread: false, updatedAt: now };
    unit.set(conversations().doc(conversation.id), next);
    unit.finally((tx) => addFeedRow(tx, { kind: "conversation", conversationId: conversation.id }));
    const subject = { kind: "conversation", id: conversation.id } as const;
    const read = { action: "conversation.read", subject, within: [conversation.contactId] };
    await leaveAuditEntry(unit, actor, read, now);
    return ok({ conversation: next, tellMeta: () => tellRead(next, { isTyping: false }) });
  }, turnOfConversation(conversationId));
}
