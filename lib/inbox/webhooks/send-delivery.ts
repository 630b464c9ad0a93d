import type { WebhookDelivery } from "@/lib/domain/webhook-delivery";
import { signatureHeaders } from "@/lib/domain/webhook-signature";
import type { WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { buildPayload } from "./build-payload";
import type { Posted, Poster } from "./post";
import { signingSecrets } from "./secrets";

/** Builds, signs and posts one delivery; null when there is nothing left to tell. `now` in epoch ms. */
export async function sendDelivery(
  delivery: WebhookDelivery,
  subscription: WebhookSubscription,
  post: Poster,
  now: number,
): Promise<Posted | null> {
  const payload = await buildPayload(delivery, subscription);
  if (payload === null) return null;
  const secrets = await signingSecrets(subscription, now);
  if (secrets.length === 0) return { status: null, durationMs: 0, error: "no_secret", retryAfterMs: null };
  const body = JSON.stringify(payload);
  return post(subscription.url, body, signatureHeaders(delivery.eventId, now, body, secrets));
}
