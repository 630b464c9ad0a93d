import { timingSafeEqual } from "node:crypto";
import { type ApiKey, apiKeyState } from "@/lib/domain/api-key";
import { apiKeyIdOf, hashOfApiKey } from "@/lib/domain/api-key-text";
import { fail, ok, type Result } from "@/lib/domain/result";
import { KEY_FRESH_MS, knownApiKey, readApiKey } from "./known-keys";

const nothing = hashOfApiKey("");

/** Whether this process has seen this very key before, so that checking it again is no guess. */
export function isSeenApiKey(text: string): boolean {
  const id = apiKeyIdOf(text);
  const known = id === null ? null : knownApiKey(id);
  return known !== null && isKey(known.key, text);
}

/**
 * The key that a text is. `invalid_api_key` when it is none, expired or revoked; the message says which only to who
 * holds the secret. A wrong secret and an unknown id cost the same: one document read, one comparison.
 */
export async function checkApiKey(text: string, now: number): Promise<Result<ApiKey>> {
  const id = apiKeyIdOf(text);
  if (id === null) return unknown();
  const known = knownApiKey(id);
  const isFresh = known !== null && now - known.readAt < KEY_FRESH_MS && isKey(known.key, text);
  const key = isFresh ? known.key : await readApiKey(id, now);
  if (!isKey(key, text) || key === null) return unknown();
  const state = apiKeyState(key, now);
  if (state === "revoked") return fail("invalid_api_key", "This API key was revoked. Make a new one.");
  if (state === "expired") return fail("invalid_api_key", "This API key has expired. Make a new one.");
  return ok(key);
}

const unknown = () => fail("invalid_api_key", "Send a valid key as Authorization: Bearer <API key>.");

function isKey(key: ApiKey | null, text: string): boolean {
  const isSame = timingSafeEqual(Buffer.from(key?.hash ?? nothing), Buffer.from(hashOfApiKey(text)));
  return isSame && key !== null;
}
