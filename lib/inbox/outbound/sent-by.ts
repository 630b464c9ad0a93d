import type { AuditDetail } from "@/lib/domain/audit";
import type { Message } from "@/lib/domain/message";
import type { AuditedChange } from "@/lib/inbox/audit/audit-entry";

/** What the audit log says of a message that somebody sends: its kind, a template's name, never its words. Pure. */
export function sentBy(message: Message): AuditedChange {
  const { id, conversationId, contactId, kind, content, attempt } = message;
  const template: AuditDetail =
    content.kind === "template" ? { name: content.name, language: content.language } : {};
  return {
    action: attempt > 1 ? "message.sent_again" : "message.sent",
    subject: { kind: "message", id },
    within: [conversationId, contactId],
    detail: { kind, ...template },
  };
}
