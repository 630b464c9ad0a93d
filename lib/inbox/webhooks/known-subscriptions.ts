import type { WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { processWide } from "@/lib/process-wide";
import { db } from "@/lib/store/firestore";
import { activeSubscriptions } from "@/lib/store/webhook-subscriptions";

const KEEP_MS = 3_000;

type Known = { at: number; list: Promise<WebhookSubscription[]> };

/** The active subscriptions, at most three seconds old. */
export function listActive(): Promise<WebhookSubscription[]> {
  const known = cache().get(db());
  if (known && Date.now() - known.at < KEEP_MS) return known.list;
  const list = activeSubscriptions();
  list.catch(() => cache().delete(db()));
  cache().set(db(), { at: Date.now(), list });
  return list;
}

/** Forgets them, after one was changed in this process. */
export function forgetSubscriptions(): void {
  cache().delete(db());
}

const cache = () => processWide("webhook-subscriptions", () => new WeakMap<object, Known>());
