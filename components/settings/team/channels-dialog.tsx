"use client";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { Dialog } from "@/components/ui/dialog";
import { setMemberChannelsAction } from "@/lib/actions/members";
import type { Failure } from "@/lib/domain/result";
import { ChannelsField } from "../channels-field";
import type { TeamMember } from "./team-member";
import { useTeam } from "./team-notice";
import { unreachable } from "./unreachable";
import { useOpenCount } from "./use-open-count";

/** The choice of channels that somebody sees, with what they would lose by it. */
export function ChannelsDialog({ member, onClose }: { member: TeamMember; onClose: () => void }) {
  const t = useTranslations("settings.team");
  const { channels, say } = useTeam();
  const [value, setValue] = useState(member.channelIds);
  const [isTried, setIsTried] = useState(false);
  const [isReleasing, setIsReleasing] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, start] = useTransition();
  const count = useOpenCount(member.id, value, value !== null && value.length > 0);

  const save = () =>
    start(async () => {
      setIsTried(true);
      if (value?.length === 0) return;
      const wanted = { uid: member.id, channelIds: value, isReleasing };
      const failed = failureOf(await setMemberChannelsAction(wanted).catch(() => unreachable));
      setFailure(failed);
      if (failed) return;
      say(t("channels.changed", { name: member.name }));
      onClose();
    });

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("channels.title", { name: member.name })}
      description={t("channels.text")}
    >
      <div className="flex flex-col gap-4">
        <ChannelsField channels={channels} value={value} onChange={setValue} hasError={isTried} />
        {count ? (
          <CheckField
            label={t("release")}
            hint={t("channels.lose", { count })}
            checked={isReleasing}
            onChange={(event) => setIsReleasing(event.target.checked)}
          />
        ) : null}
        <FailureLine failure={failure} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" isBusy={isBusy} disabled={count === null} onClick={save}>
            {t("save")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
