import type { ApiKey, NewApiKey } from "@/lib/domain/api-key";
import { hashOfApiKey, newApiKeyText } from "@/lib/domain/api-key-text";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { apiKeys } from "@/lib/store/api-keys";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";

/** Makes a key for the HTTP API. `key` in the answer is the only time it is ever told. */
export async function createApiKey(
  actor: Actor,
  wanted: NewApiKey,
  now = Date.now(),
): Promise<Result<{ id: string; key: string }>> {
  if (!can(actor, "api-key.manage")) return fail("forbidden", "Only admins make API keys.");
  if (wanted.expiresAt !== null && wanted.expiresAt <= now) {
    return fail("bad_request", "The key would have expired already.");
  }
  const { id, key } = newApiKeyText();
  const row: ApiKey = {
    id,
    name: wanted.name,
    hash: hashOfApiKey(key),
    lastFour: key.slice(-4),
    scopes: [...new Set(wanted.scopes)],
    channelIds: wanted.channelIds,
    expiresAt: wanted.expiresAt,
    createdAt: now,
    createdBy: { id: actor.id, name: actor.name },
    lastUsedAt: null,
    lastUsedFrom: null,
    revokedAt: null,
    revokedBy: null,
  };
  const entry = await auditEntry(
    actor,
    {
      action: "api_key.created",
      subject: { kind: "api_key", id, name: row.name },
      detail: {
        scopes: row.scopes.join(", "),
        channels: row.channelIds?.join(", ") ?? "all",
        expiresAt: row.expiresAt,
      },
    },
    now,
  );
  await inTransaction(async (tx) => {
    tx.create(apiKeys().doc(id), row);
    addAuditEntry(tx, entry);
  });
  return ok({ id, key });
}
