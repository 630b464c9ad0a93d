import { createHash, timingSafeEqual } from "node:crypto";
import { ENVIRONMENT_KEY_ID } from "@/lib/domain/api-key-shown";
import { type Actor, ApiScope } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { checkApiKey, isSeenApiKey } from "@/lib/inbox/api-keys/check";
import { noteApiKeyUse, shouldNoteUse } from "@/lib/inbox/api-keys/note-use";
import { runAfterResponse } from "@/lib/server/background";
import { originOf } from "@/lib/server/session/caller";
import { countFailure, waitAfterFailures } from "./failed-keys";

export type ApiActor = Extract<Actor, { kind: "api" }>;

/**
 * Who an `Authorization: Bearer <API key>` stands for: the environment's key, which opens everything, or one made in the
 * settings. `invalid_api_key`, or `rate_limited` when too many wrong ones came from the same address.
 */
export async function authenticateApiKey(request: Request, now = Date.now()): Promise<Result<ApiActor>> {
  const from = originOf(request.headers);
  const text = bearerOf(request);
  if (text !== null && isEnvironmentKey(text)) {
    return ok({ kind: "api", id: ENVIRONMENT_KEY_ID, name: "API", scopes: ApiScope.options, from });
  }
  const retryAfterMs = text !== null && isSeenApiKey(text) ? null : await waitAfterFailures(from.address);
  if (retryAfterMs !== null) {
    return fail("rate_limited", "Too many requests with a wrong key.", { retryAfterMs });
  }
  const checked = await checkApiKey(text ?? "", now);
  if (!checked.ok) {
    await countFailure(from.address);
    return checked;
  }
  const { id, name, scopes, channelIds } = checked.data;
  if (shouldNoteUse(checked.data, now)) {
    runAfterResponse(() => noteApiKeyUse(id, from.address, now));
  }
  return ok({ kind: "api", id, name, scopes, channelIds, from });
}

function bearerOf(request: Request): string | null {
  const [scheme, key] = (request.headers.get("authorization") ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" && key ? key : null;
}

function isEnvironmentKey(text: string): boolean {
  const expected = env().API_KEY;
  return expected !== undefined && timingSafeEqual(digest(text), digest(expected));
}

const digest = (value: string) => createHash("sha256").update(value).digest();
