"use client";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { leaveTo } from "@/components/auth/leave-to";
import { Button } from "@/components/ui/button";
import { signOutEverywhereAction } from "@/lib/actions/session";
import type { Failure } from "@/lib/domain/result";
import type { Session } from "@/lib/domain/session";
import { paths } from "@/lib/paths";
import { SessionRow } from "./session-row";

type Props = { sessions: Session[]; currentId: string; now: number };

/** Where a member is signed in, and the way out of each. */
export function SessionList({ sessions, currentId, now }: Props) {
  const t = useTranslations("settings.account.sessions");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, start] = useTransition();
  const signOutEverywhere = () =>
    start(async () => {
      const failed = failureOf(await signOutEverywhereAction());
      if (!failed) await leaveTo(paths.signIn());
      setFailure(failed);
    });
  return (
    <div className="flex flex-col gap-3">
      <ul className="divide-y divide-border border-y border-border">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isCurrent={session.id === currentId}
            now={now}
            onFailure={setFailure}
          />
        ))}
      </ul>
      <FailureLine failure={failure} />
      <div className="flex flex-wrap items-center gap-3">
        <Button isBusy={isBusy} onClick={signOutEverywhere}>
          {t("everywhere")}
        </Button>
        <p className="text-sm text-text-muted">{t("everywhereText")}</p>
      </div>
    </div>
  );
}
