import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { newWebhookSecret } from "@/lib/domain/webhook-signature";
import { sealSecret } from "@/lib/inbox/seal/seal";
import { changeWebhook } from "./change";
import { secretPlace } from "./secrets";

const OLD_VALID_MS = 24 * 60 * 60 * 1000;

/** Another secret, told this once. The one before signs too for 24 hours, so that the receiver can change over. */
export async function rollSecret(
  actor: Actor,
  { id }: { id: string },
  now = Date.now(),
): Promise<Result<{ secret: string }>> {
  if (!can(actor, "webhook.manage")) return fail("forbidden", "Only admins manage webhooks.");
  const secret = newWebhookSecret();
  const sealed = await sealSecret(secret, secretPlace(id), now);
  if (!sealed.ok) return sealed;
  const changed = await changeWebhook(
    actor,
    id,
    {
      what: "secret_rolled",
      next: (row) => ({
        ...row,
        secret: sealed.data,
        oldSecret: { secret: row.secret, until: now + OLD_VALID_MS },
      }),
    },
    now,
  );
  return changed.ok ? ok({ secret }) : changed;
}
