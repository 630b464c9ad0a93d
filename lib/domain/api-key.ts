import { z } from "zod";
import { ApiScope } from "./member";

const By = z.object({ id: z.string(), name: z.string() });

/** `apiKeys/<id>`: a key for the HTTP API. Of its secret only a hash is kept. Times are epoch milliseconds. */
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  /** SHA-256 of the whole key, hex. */
  hash: z.string(),
  /** The end of the key, so that people can tell which one they hold. */
  lastFour: z.string(),
  scopes: z.array(ApiScope).min(1),
  /** The only channels it reaches; null: all, those to come too. */
  channelIds: z.array(z.string()).nullable(),
  expiresAt: z.number().nullable(),
  createdAt: z.number(),
  createdBy: By,
  lastUsedAt: z.number().nullable(),
  /** The address of the last use, as the audit log tells addresses. */
  lastUsedFrom: z.string().nullable(),
  revokedAt: z.number().nullable(),
  revokedBy: By.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** A key as a page may show it. */
export type ApiKeySummary = Omit<ApiKey, "hash"> & { state: ApiKeyState };
export type ApiKeyState = "active" | "expired" | "revoked";

/** What an admin chooses for a new key. */
export const NewApiKey = z.object({
  name: z.string().trim().min(1).max(60),
  scopes: z.array(ApiScope).min(1).max(ApiScope.options.length),
  channelIds: z.array(z.string().min(1).max(200)).min(1).max(200).nullable(),
  expiresAt: z.number().int().positive().nullable(),
});
export type NewApiKey = z.infer<typeof NewApiKey>;

/** Whether a key opens anything at `now` (epoch ms). */
export function apiKeyState(key: Pick<ApiKey, "revokedAt" | "expiresAt">, now: number): ApiKeyState {
  if (key.revokedAt !== null) return "revoked";
  return key.expiresAt !== null && key.expiresAt <= now ? "expired" : "active";
}
