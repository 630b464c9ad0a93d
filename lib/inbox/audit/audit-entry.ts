import { ulid } from "ulid";
import type { AuditDetail, AuditEntry, AuditSubjectKind } from "@/lib/domain/audit";
import type { Actor, RequestOrigin } from "@/lib/domain/member";
import { pseudonymOf } from "./pseudonym";

const USER_AGENT_MAX_LENGTH = 200;
/** Whose ids are made of phone numbers and the like. */
const people: readonly AuditSubjectKind[] = ["conversation", "contact", "message"];

export type AuditedChange = {
  /** `<subject>.<what happened>`. */
  action: string;
  subject: { kind: AuditSubjectKind; id: string; name?: string | null };
  detail?: AuditDetail;
  /** Ids of the conversation and contact that it belongs to: "everything about this customer" finds it. */
  within?: readonly string[];
  /** Where it came from, when the actor does not say. */
  from?: RequestOrigin;
};

/**
 * An entry for the audit log, to be stored with `addAuditEntry` in the transaction that makes the change. Conversations,
 * contacts and messages are named by pseudonym and never by name.
 */
export async function auditEntry(actor: Actor, what: AuditedChange, now = Date.now()): Promise<AuditEntry> {
  const { action, subject, detail = {}, within = [] } = what;
  const isPerson = people.includes(subject.kind);
  const id = isPerson ? await pseudonymOf(subject.id) : subject.id;
  return {
    id: ulid(now),
    at: now,
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    action,
    subject: {
      kind: subject.kind,
      id,
      name: isPerson ? null : (subject.name ?? null),
    },
    detail,
    about: [...new Set([id, ...(await Promise.all(within.map(pseudonymOf)))])],
    from: originOf(actor, what.from),
  };
}

function originOf(actor: Actor, told?: RequestOrigin): AuditEntry["from"] {
  const from = told ?? (actor.kind === "system" ? undefined : actor.from);
  if (!from) return null;
  const { address, userAgent } = from;
  return { address, userAgent: userAgent.slice(0, USER_AGENT_MAX_LENGTH) };
}
