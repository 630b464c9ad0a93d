import { createHash } from "node:crypto";
import { ulid } from "ulid";
import { fail, ok, type Result } from "@/lib/domain/result";
import { claimIdempotencyKey } from "@/lib/store/idempotency-keys";

const digest = (...parts: string[]) => createHash("sha256").update(parts.join("\n")).digest("base64url");

/**
 * The id for a message asked for over the API. With an `Idempotency-Key` the same key gives the same id for 24 hours,
 * and sending is idempotent by message id, so a repeated request sends nothing twice, also after a crash half-way.
 * `idempotency_key_reused` when the key was used for another request.
 */
export async function messageIdFor(
  request: Request,
  actorId: string,
  body: unknown,
): Promise<Result<string>> {
  const key = request.headers.get("idempotency-key");
  if (!key) return ok(ulid());
  if (key.length > 255) return fail("bad_request", "The Idempotency-Key is longer than 255 characters.");
  const path = new URL(request.url).pathname;
  const requestHash = digest(path, JSON.stringify(body));
  const row = await claimIdempotencyKey(digest(actorId, key), {
    messageId: ulid(),
    requestHash,
    createdAt: Date.now(),
  });
  if (row.requestHash !== requestHash) {
    return fail(
      "idempotency_key_reused",
      "This Idempotency-Key was used for another request within 24 hours.",
    );
  }
  return ok(row.messageId);
}
