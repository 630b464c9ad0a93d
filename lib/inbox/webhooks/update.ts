import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, type Result } from "@/lib/domain/result";
import type { WebhookChoice } from "@/lib/domain/webhook-subscription";
import { detailOf } from "./audited-webhook";
import { changeWebhook } from "./change";
import { checkDestination } from "./check-destination";

/** Another name, URL, choice of events or channels. What waits goes to the new URL. */
export async function updateWebhook(
  actor: Actor,
  { id, ...choice }: WebhookChoice & { id: string },
  now = Date.now(),
): Promise<Result<null>> {
  if (!can(actor, "webhook.manage")) return fail("forbidden", "Only admins manage webhooks.");
  const url = await checkDestination(choice.url);
  if (!url.ok) return url;
  const next = { ...choice, url: url.data };
  return changeWebhook(
    actor,
    id,
    { what: "updated", detail: detailOf, next: (row) => ({ ...row, ...next }) },
    now,
  );
}
