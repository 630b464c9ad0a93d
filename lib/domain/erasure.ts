import { z } from "zod";

/** The steps of an erasure, in their order: what could bring something back goes first. */
export const erasureSteps = [
  "merges",
  "outbox",
  "in_flight",
  "provider_ids",
  "messages",
  "uploads",
  "raw_events",
  "conversations",
  "told",
  "contact",
] as const;
export const ErasureStep = z.enum(erasureSteps);
export type ErasureStep = z.infer<typeof ErasureStep>;

export const ErasureCounts = z.object({
  conversations: z.number(),
  messages: z.number(),
  files: z.number(),
  rawEvents: z.number(),
  unsent: z.number(),
});
export type ErasureCounts = z.infer<typeof ErasureCounts>;

/** Who the erasure is about: only while it runs. */
export const ErasureSubject = z.object({
  contactId: z.string(),
  contactIds: z.array(z.string()),
  /** `kind:value`, as in `identities`. */
  names: z.array(z.object({ kind: z.string(), value: z.string() })),
  conversationIds: z.array(z.string()),
});
export type ErasureSubject = z.infer<typeof ErasureSubject>;

/**
 * `erasures/<ulid>`: a person being erased, and afterwards the proof of it, which names nobody: `pseudonym` is the audit
 * log's name for the contact. `dueAt` and `leaseUntil` only while it runs. Times in epoch ms.
 */
export const Erasure = z.object({
  id: z.string(),
  state: z.enum(["running", "done"]),
  subject: ErasureSubject.nullable(),
  pseudonym: z.string(),
  requestedBy: z.object({ kind: z.enum(["member", "api", "system"]), id: z.string(), name: z.string() }),
  step: ErasureStep,
  /** Where a step that goes in pages goes on. */
  cursor: z.string().nullable(),
  /** Since when a step waits for something that is under way. */
  waitingSince: z.number().nullable(),
  counts: ErasureCounts,
  startedAt: z.number(),
  finishedAt: z.number().nullable(),
  dueAt: z.number().nullable(),
  leaseUntil: z.number().nullable(),
});
export type Erasure = z.infer<typeof Erasure>;

export const nothingErased: ErasureCounts = {
  conversations: 0,
  messages: 0,
  files: 0,
  rawEvents: 0,
  unsent: 0,
};
