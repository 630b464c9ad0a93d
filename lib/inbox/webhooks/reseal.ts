import { isDeepStrictEqual } from "node:util";
import type { WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { resealSecret } from "@/lib/inbox/seal/reseal";
import { inTransaction } from "@/lib/store/transaction";
import { webhookSubscriptions } from "@/lib/store/webhook-subscriptions";
import { secretPlace } from "./secrets";

/** Seals the signing secrets anew that another key than the present one sealed, so that an old key may be taken out. */
export async function resealWebhooks(): Promise<void> {
  for (const document of (await webhookSubscriptions().get()).docs) {
    const before = document.data();
    const after = await secretsUpToDate(before);
    if (isDeepStrictEqual(after, secretsOf(before))) continue;
    await inTransaction(async (tx) => {
      const current = (await tx.get(document.ref)).data();
      // Rolled meanwhile: the next run sees to it.
      if (!current || !isDeepStrictEqual(secretsOf(current), secretsOf(before))) return;
      tx.set(document.ref, { ...current, ...after });
    });
  }
}

type Secrets = Pick<WebhookSubscription, "secret" | "oldSecret">;

const secretsOf = ({ secret, oldSecret }: Secrets): Secrets => ({ secret, oldSecret });

async function secretsUpToDate({ id, secret, oldSecret }: WebhookSubscription): Promise<Secrets> {
  const place = secretPlace(id);
  return {
    secret: await resealSecret(secret, place),
    oldSecret: oldSecret && { ...oldSecret, secret: await resealSecret(oldSecret.secret, place) },
  };
}
