import { z } from "zod";

const Id = z.string().min(1).max(400);
const Moment = z.coerce.number().int().min(0);
/** `member`, or one thing that happens to members: `member.role_changed`. */
const What = z.string().regex(/^[a-z_]{1,40}(\.[a-z_]{1,60})?$/);
/** One id, or several with commas between: a conversation and those that became part of it. */
const About = z
  .string()
  .regex(/^[\w.:-]{1,200}(,[\w.:-]{1,200}){0,29}$/)
  .transform((text) => text.split(","));

/** How a list of the audit log is narrowed in an address; `from` and `to` (not itself) in epoch ms. */
export const AuditFilterQuery = z.object({
  who: Id.optional(),
  what: What.optional(),
  about: About.optional(),
  from: Moment.optional(),
  to: Moment.optional(),
});
export type AuditFilter = z.output<typeof AuditFilterQuery>;

/** The same on the page, where people choose whole days ("2026-11-20"). What makes no sense is left out. */
export const AuditPageQuery = z.object({
  who: Id.optional().catch(undefined),
  what: What.optional().catch(undefined),
  about: About.optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
});
export type AuditPageQuery = z.output<typeof AuditPageQuery>;

export const AuditExportFormat = z.enum(["csv", "jsonl"]);
export type AuditExportFormat = z.infer<typeof AuditExportFormat>;
