"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { Button } from "@/components/ui/button";
import { rehearseEventAction, replayEventAction } from "@/lib/actions/webhook-events";
import type { Rehearsal } from "@/lib/domain/rehearsal";
import type { Failure } from "@/lib/domain/result";
import { RehearsalView } from "./rehearsal-view";

const unreachable: Failure = { code: "unavailable", message: "The server did not answer." };
const lost = () => ({ serverError: unreachable, data: undefined });

/** Replaying one event, and finding out first what that would change. */
export function EventActions({ id }: { id: string }) {
  const t = useTranslations("settings.webhookEvents.replay");
  const router = useRouter();
  const [plan, setPlan] = useState<Rehearsal | null>(null);
  const [said, setSaid] = useState<"applied" | "unchanged" | "failing" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, start] = useTransition();

  const rehearse = () =>
    start(async () => {
      const result = await rehearseEventAction({ id }).catch(lost);
      setSaid(null);
      setPlan(result?.data ?? null);
      setFailure(result?.data ? null : (failureOf(result) ?? unreachable));
    });

  const replay = () =>
    start(async () => {
      const result = await replayEventAction({ id }).catch(lost);
      setPlan(null);
      setSaid(result?.data?.became ?? null);
      setFailure(result?.data ? null : (failureOf(result) ?? unreachable));
      router.refresh();
    });

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button isBusy={isBusy} onClick={rehearse}>
          {t("dryRun")}
        </Button>
        <Button variant="primary" isBusy={isBusy} onClick={replay}>
          {t("one")}
        </Button>
        <p role="status" className="min-w-0 flex-1 text-sm">
          {said ? t(`became.${said}`) : null}
        </p>
      </div>
      <FailureLine failure={failure} />
      {plan ? <RehearsalView plan={plan} /> : null}
    </div>
  );
}
