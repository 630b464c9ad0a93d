"use client";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { failureOf } from "@/components/auth/failure-of";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { Dialog } from "@/components/ui/dialog";
import { deactivateMemberAction } from "@/lib/actions/members";
import type { TeamMember } from "./team-member";
import { useTeam } from "./team-notice";
import { unreachable } from "./unreachable";
import { useOpenCount } from "./use-open-count";

/** Asks before somebody is put out, and what becomes of the conversations they have. */
export function DeactivateDialog({ member, onClose }: { member: TeamMember; onClose: () => void }) {
  const t = useTranslations("settings.team");
  const { say } = useTeam();
  const { id: uid, name } = member;
  const [isReleasing, setIsReleasing] = useState(true);
  const [isBusy, start] = useTransition();
  const count = useOpenCount(uid, null);

  const deactivate = () =>
    start(async () => {
      const answer = await deactivateMemberAction({ uid, isReleasing }).catch(() => unreachable);
      const released = answer && "data" in answer ? (answer.data ?? 0) : 0;
      say(failureOf(answer) ?? t("deactivated", { name, count: released }));
      onClose();
    });

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("deactivateTitle", { name })}
      description={t("deactivateText")}
    >
      <div className="flex flex-col gap-4">
        {count ? (
          <CheckField
            label={t("release")}
            hint={t("deactivateLose", { count })}
            checked={isReleasing}
            onChange={(event) => setIsReleasing(event.target.checked)}
          />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="danger" isBusy={isBusy} disabled={count === null} onClick={deactivate}>
            {t("deactivate")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
