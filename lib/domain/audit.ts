import { z } from "zod";

/** What an entry is about. Conversations and contacts (`person`) are named by a pseudonym, see `lib/inbox/audit`. */
export const AuditSubjectKind = z.enum([
  "member",
  "session",
  "channel",
  "conversation",
  "contact",
  "message",
  "template",
  "upload",
  "saved_interactive",
  "webhook_event",
  "api_key",
  "webhook",
  "settings",
  "audit_log",
]);
export type AuditSubjectKind = z.infer<typeof AuditSubjectKind>;

export const AuditActorKind = z.enum(["member", "api", "system"]);
export type AuditActorKind = z.infer<typeof AuditActorKind>;

/** One word or number about what happened. Never what a customer or agent wrote, never a secret. */
export const AuditDetail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type AuditDetail = z.infer<typeof AuditDetail>;

/** `auditLog/<ulid>`: who did what, when, to what, from where. Written once, never changed. `at` in epoch ms. */
export const AuditEntry = z.object({
  id: z.string(),
  at: z.number(),
  actor: z.object({ kind: AuditActorKind, id: z.string(), name: z.string() }),
  /** `<subject>.<what happened>`, e.g. `member.role_changed`; words for people under `settings.audit.actions`. */
  action: z.string(),
  subject: z.object({ kind: AuditSubjectKind, id: z.string(), name: z.string().nullable() }),
  detail: AuditDetail,
  /** By what the entry is found: the subject's id, and the pseudonyms of the conversation and contact it belongs to. */
  about: z.array(z.string()),
  /** Null for what Parley did by itself, unless somebody made it do so (a wrong password). */
  from: z.object({ address: z.string(), userAgent: z.string() }).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
