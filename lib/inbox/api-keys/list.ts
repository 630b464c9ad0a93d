import { type ApiKeySummary, apiKeyState } from "@/lib/domain/api-key";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { apiKeys } from "@/lib/store/api-keys";

const order = { active: 0, expired: 1, revoked: 2 };

/** Every key without its hash: those that work first, the newest of each first. */
export async function listApiKeys(actor: Actor, now = Date.now()): Promise<Result<ApiKeySummary[]>> {
  if (!can(actor, "api-key.manage")) return fail("forbidden", "Only admins see the API keys.");
  const found = (await apiKeys().get()).docs.map((document) => document.data());
  return ok(
    found
      .map(({ hash: _hash, ...key }) => ({ ...key, state: apiKeyState(key, now) }))
      .sort((a, b) => order[a.state] - order[b.state] || b.createdAt - a.createdAt),
  );
}
