"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { failureOf } from "@/components/auth/failure-of";
import { leaveTo } from "@/components/auth/leave-to";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { revokeSessionAction } from "@/lib/actions/session";
import { describeUserAgent } from "@/lib/domain/describe-user-agent";
import type { Failure } from "@/lib/domain/result";
import type { Session } from "@/lib/domain/session";
import { paths } from "@/lib/paths";
import { LastSeen } from "./last-seen";

type Props = {
  session: Session;
  isCurrent: boolean;
  now: number;
  onFailure: (failure: Failure | null) => void;
};

export function SessionRow({ session, isCurrent, now, onFailure }: Props) {
  const t = useTranslations("settings.account.sessions");
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const { browser, system } = describeUserAgent(session.userAgent);
  const name = browser ?? t("unknownBrowser");
  const device = system ? t("device", { browser: name, system }) : name;
  const signOut = () =>
    start(async () => {
      const failed = failureOf(await revokeSessionAction({ sessionId: session.id }));
      if (!failed && isCurrent) await leaveTo(paths.signIn());
      onFailure(failed);
      router.refresh();
    });
  return (
    <li className="flex min-h-14 items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate">{device}</span>
          {isCurrent ? <Badge tone="accent">{t("current")}</Badge> : null}
        </p>
        <p className="text-sm text-text-muted">
          <LastSeen at={session.lastSeenAt} now={now} />
        </p>
      </div>
      <Button size="sm" isBusy={isBusy} aria-label={t("signOutDevice", { device })} onClick={signOut}>
        {t("signOut")}
      </Button>
    </li>
  );
}
