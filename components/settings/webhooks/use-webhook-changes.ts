"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { failureOf } from "@/components/auth/failure-of";
import {
  deleteWebhookAction,
  rollWebhookSecretAction,
  setWebhookActiveAction,
  testWebhookAction,
} from "@/lib/actions/webhooks";
import type { Failure } from "@/lib/domain/result";
import type { DeliveryAttempt } from "@/lib/domain/webhook-delivery";
import { paths } from "@/lib/paths";

export type WebhookChanges = ReturnType<typeof useWebhookChanges>;
type Outcome = { failure: Failure | null; tested: DeliveryAttempt | null; secret: string | null };
const nothing: Outcome = { failure: null, tested: null, secret: null };

/** What an admin does to a webhook, and how the last of it went. */
export function useWebhookChanges({ id }: { id: string }) {
  const router = useRouter();
  const [outcome, setOutcome] = useState(nothing);
  const [isBusy, start] = useTransition();
  const run = (change: () => Promise<Outcome>) =>
    start(async () => {
      const next = await change().catch(() => ({ ...nothing, failure: unreachable }));
      start(() => setOutcome(next));
    });
  return {
    ...outcome,
    isBusy,
    hideSecret: () => setOutcome(nothing),
    test: () =>
      run(async () => {
        const result = await testWebhookAction({ id });
        return { ...nothing, failure: failureOf(result), tested: result?.data ?? null };
      }),
    setActive: (isActive: boolean) =>
      run(async () => ({ ...nothing, failure: failureOf(await setWebhookActiveAction({ id, isActive })) })),
    roll: () =>
      run(async () => {
        const result = await rollWebhookSecretAction({ id });
        return { ...nothing, failure: failureOf(result), secret: result?.data?.secret ?? null };
      }),
    remove: () =>
      run(async () => {
        const failure = failureOf(await deleteWebhookAction({ id }));
        if (!failure) router.push(paths.settings.webhooks());
        return { ...nothing, failure };
      }),
  };
}

const unreachable: Failure = { code: "unavailable", message: "The server did not answer." };
