"use client";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { failureOf } from "@/components/auth/failure-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { revokeInvitationAction } from "@/lib/actions/members";
import type { TeamMember } from "./team-member";
import { useTeam } from "./team-notice";
import { unreachable } from "./unreachable";

/** Asks before an invitation is taken back. */
export function RevokeDialog({ member, onClose }: { member: TeamMember; onClose: () => void }) {
  const t = useTranslations("settings.team");
  const { say } = useTeam();
  const { id: uid, name } = member;
  const [isBusy, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const answer = await revokeInvitationAction({ uid }).catch(() => unreachable);
      say(failureOf(answer) ?? t("revoked", { name }));
      onClose();
    });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("revokeTitle", { name })}
      description={t("revokeText")}
    >
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button variant="danger" isBusy={isBusy} onClick={revoke}>
          {t("revoke")}
        </Button>
      </div>
    </Dialog>
  );
}
