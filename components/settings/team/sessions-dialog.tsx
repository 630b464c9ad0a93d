"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { listMemberSessionsAction } from "@/lib/actions/members";
import { describeUserAgent } from "@/lib/domain/describe-user-agent";
import type { Failure } from "@/lib/domain/result";
import { LastSeen } from "../last-seen";
import type { TeamMember } from "./team-member";

type Seen = { userAgent: string; createdAt: number; lastSeenAt: number };
type Props = { member: TeamMember; onSignOut: () => void; onClose: () => void };

/** Where somebody is signed in, and the way to end all of it. */
export function SessionsDialog({ member, onSignOut, onClose }: Props) {
  const t = useTranslations("settings.team.sessions");
  const [known, setKnown] = useState<{ sessions: Seen[]; at: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    listMemberSessionsAction({ uid: member.id }).then(
      (answer) => {
        setFailure(failureOf(answer));
        setKnown({ sessions: answer?.data ?? [], at: Date.now() });
      },
      () => setFailure({ code: "unavailable", message: "The server did not answer." }),
    );
  }, [member.id]);
  const sessions = known?.sessions ?? [];
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title", { name: member.name })}
      description={known && sessions.length === 0 && !failure ? t("none") : undefined}
    >
      <div className="flex flex-col gap-4">
        <ul className="divide-y divide-border empty:hidden">
          {sessions.map((session) => (
            <li key={`${session.createdAt} ${session.userAgent}`} className="py-2">
              <p>
                <Device userAgent={session.userAgent} />
              </p>
              <p className="text-sm text-text-muted">
                <LastSeen at={session.lastSeenAt} now={known?.at ?? session.lastSeenAt} />
              </p>
            </li>
          ))}
        </ul>
        <FailureLine failure={failure} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("close")}</Button>
          <Button
            variant="danger"
            disabled={sessions.length === 0}
            onClick={() => {
              onSignOut();
              onClose();
            }}
          >
            {t("signOut")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Device({ userAgent }: { userAgent: string }) {
  const t = useTranslations("settings.account.sessions");
  const { browser, system } = describeUserAgent(userAgent);
  const name = browser ?? t("unknownBrowser");
  return system ? t("device", { browser: name, system }) : name;
}
