import { ulid } from "ulid";
import type { AuditDetail, AuditEntry, AuditSubjectKind } from "@/lib/domain/audit";
import type { Actor } from "@/lib/domain/member";
import { pseudonymOf } from "./pseudonym";

const USER_AGENT_MAX_LENGTH = 200;
/** Whose ids are made of phone numbers and the like. */
const people: readonly AuditSubjectKind[] = ["conversation", "contact", "message"];

type What = {
  /** `<subject>.<what happened>`. */
  action: string;
  subject: { kind: AuditSubjectKind; id: string; name?: string | null };
  detail?: AuditDetail;
};

/**
 * An entry for the audit log, to be stored with `addAuditEntry` in the transaction that makes the change. Conversations,
 * contacts and messages are named by pseudonym and never by name.
 */
export async function auditEntry(actor: Actor, what: What, now = Date.now()): Promise<AuditEntry> {
  const { action, subject, detail = {} } = what;
  const isPerson = people.includes(subject.kind);
  return {
    id: ulid(now),
    at: now,
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    action,
    subject: {
      kind: subject.kind,
      id: isPerson ? await pseudonymOf(subject.id) : subject.id,
      name: isPerson ? null : (subject.name ?? null),
    },
    detail,
    from: originOf(actor),
  };
}

function originOf(actor: Actor): AuditEntry["from"] {
  if (actor.kind === "system" || !actor.from) return null;
  const { address, userAgent } = actor.from;
  return { address, userAgent: userAgent.slice(0, USER_AGENT_MAX_LENGTH) };
}
