import type { WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { openSecret } from "@/lib/inbox/seal/open";

/** What a subscription's secret is sealed for. */
export const secretPlace = (id: string) => `webhookSubscriptions/${id}/secret`;

/** The secrets that sign at `now` (epoch ms), the present one first; none when they cannot be opened. */
export async function signingSecrets(
  { id, secret, oldSecret }: WebhookSubscription,
  now: number,
): Promise<string[]> {
  const present = await openSecret(secret, secretPlace(id));
  if (present === null) return [];
  if (!oldSecret || oldSecret.until <= now) return [present];
  const old = await openSecret(oldSecret.secret, secretPlace(id));
  return old === null ? [present] : [present, old];
}
