import { createHash } from "node:crypto";
import { z } from "zod";

/**
 * Where a word about marketing came from: STOP or START as a message (`word`), Meta's own switch (`preference`), Meta
 * refusing a marketing message (`refused`), a member, an API key, an import, or an opt-out that outlived an erasure
 * (`kept`).
 */
export const ConsentSource = z.enum(["word", "preference", "refused", "member", "api", "imported", "kept"]);
export type ConsentSource = z.infer<typeof ConsentSource>;

/** `contacts/<id>/consents/<id>`: one word about marketing, never changed. `at` in epoch ms: when it was said. */
export const Consent = z.object({
  id: z.string(),
  isOptedOut: z.boolean(),
  at: z.number(),
  source: ConsentSource,
  channelId: z.string().nullable(),
  /** The message that says so, or that Meta refused. */
  messageId: z.string().nullable(),
  /** Who noted it, when a person or key of ours did. */
  by: z.object({ kind: z.enum(["member", "api"]), id: z.string(), name: z.string() }).nullable(),
  reason: z.string().nullable(),
});
export type Consent = z.infer<typeof Consent>;

/** What is told of a word about marketing. */
export type ConsentTold = Pick<Consent, "isOptedOut" | "at" | "source" | "channelId" | "messageId"> &
  Partial<Pick<Consent, "by" | "reason">>;

/** The id of a word: the same word told twice, by whatever way, has the same. Pure. */
export function consentIdOf(told: ConsentTold): string {
  const which = told.messageId ?? `${told.at} ${told.by?.id ?? ""}`;
  const parts = [told.source, told.isOptedOut, which, told.messageId ? "" : told.channelId];
  return `c_${createHash("sha256").update(JSON.stringify(parts)).digest("base64url")}`;
}

/** A word as it is kept, with what was known of it before: of two times for the same word the earlier counts. Pure. */
export function consentOf(told: ConsentTold, known: Consent | null): Consent {
  return {
    id: consentIdOf(told),
    isOptedOut: told.isOptedOut,
    at: Math.min(told.at, known?.at ?? told.at),
    source: told.source,
    channelId: told.channelId,
    messageId: told.messageId,
    by: told.by ?? null,
    reason: told.reason ?? null,
  };
}
