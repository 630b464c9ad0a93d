import type { Conversation } from "@/lib/domain/conversation";
import type { Actor, Member } from "@/lib/domain/member";
import { can, mayReach } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { AuditedChange } from "@/lib/inbox/audit/audit-entry";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { currentConversation } from "@/lib/inbox/outbound/locate";
import { conversations } from "@/lib/store/conversations";
import { isDocumentId } from "@/lib/store/document-id";
import { addFeedRow } from "@/lib/store/feed";
import { members } from "@/lib/store/members";
import { inUnit } from "@/lib/store/unit";

/**
 * Gives a conversation to a member, or to nobody (null). Errors: `forbidden`, `not_found`, `bad_request` when the
 * member is not active, may not send or does not see the channel.
 */
export async function assignConversation(input: {
  actor: Actor;
  conversationId: string;
  assigneeId: string | null;
  now?: number;
}): Promise<Result<Conversation>> {
  const { actor, conversationId, assigneeId, now = Date.now() } = input;
  if (!can(actor, "conversation.update"))
    return fail("forbidden", "This person may not assign conversations");
  if (!isDocumentId(conversationId)) return fail("not_found", "There is no such conversation");
  if (assigneeId !== null && !isDocumentId(assigneeId)) return fail("bad_request", "There is no such member");
  return inUnit(async (unit) => {
    const conversation = await currentConversation(unit, actor, conversationId);
    if (!conversation) return fail("not_found", "There is no such conversation");
    const member = assigneeId === null ? null : await unit.get(members().doc(assigneeId));
    if (assigneeId !== null && (!member?.isActive || member.role === "viewer")) {
      return fail("bad_request", "This member cannot take conversations");
    }
    if (member && !mayReach({ ...member, kind: "member" }, conversation.channelId)) {
      return fail("bad_request", "This member does not see this channel");
    }
    if (conversation.assigneeId === assigneeId) return ok(conversation);
    const next = { ...conversation, assigneeId, updatedAt: now };
    unit.set(conversations().doc(conversation.id), next);
    unit.finally((tx) => addFeedRow(tx, { kind: "conversation", conversationId: conversation.id }));
    await leaveAuditEntry(unit, actor, assigned(conversation, member), now);
    return ok(next);
  }, turnOfConversation(conversationId));
}

function assigned(conversation: Conversation, to: Member | null): AuditedChange {
  const { id, contactId, assigneeId: fromId } = conversation;
  return {
    action: to ? "conversation.assigned" : "conversation.unassigned",
    subject: { kind: "conversation", id },
    within: [contactId],
    detail: to ? { toId: to.id, to: to.name, fromId } : { fromId },
  };
}
