import { z } from "zod";

export const IdentityProviderKind = z.enum(["local", "firebase"]);
export type IdentityProviderKind = z.infer<typeof IdentityProviderKind>;

/** `sessions/<sha256 of the token>`: one signed-in browser. Times are epoch milliseconds. */
export const Session = z.object({
  id: z.string(),
  uid: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  /** Moves every few minutes at most. */
  lastSeenAt: z.number(),
  userAgent: z.string(),
  provider: IdentityProviderKind,
});
export type Session = z.infer<typeof Session>;

export const SESSION_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;
/** How often a session and its member are noted as seen while they are. */
export const SESSION_EXTEND_AFTER_MS = 5 * 60 * 1000;
