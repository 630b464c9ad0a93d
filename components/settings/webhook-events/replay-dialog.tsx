"use client";
import { useTranslations } from "next-intl";
import { FailureLine } from "@/components/auth/failure-line";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ReplayMode, ReplayScope } from "@/lib/domain/replay";
import type { Failure } from "@/lib/domain/result";

/** Which events are asked about, and how that is said. */
export type ReplayQuestion = { what: "failed" | "results" | "selection"; scope: ReplayScope };

type Props = {
  question: ReplayQuestion | null;
  isBusy: boolean;
  failure: Failure | null;
  onStart: (mode: ReplayMode) => void;
  onClose: () => void;
};

/** Asks before many events are replayed; a dry run is as near as the replay. */
export function ReplayDialog({ question, isBusy, failure, onStart, onClose }: Props) {
  const t = useTranslations("settings.webhookEvents.replay");
  if (!question) return null;
  const { what, scope } = question;
  const said =
    what === "selection"
      ? t("whatSelection", { count: "ids" in scope ? scope.ids.length : 0 })
      : t(what === "failed" ? "whatFailed" : "whatResults");
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? null : onClose())}
      title={t("title")}
      description={said}
    >
      <p className="text-text-muted">{t("safe")}</p>
      <FailureLine failure={failure} />
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button isBusy={isBusy} onClick={() => onStart("rehearsal")}>
          {t("startDryRun")}
        </Button>
        <Button variant="primary" isBusy={isBusy} onClick={() => onStart("replay")}>
          {t("start")}
        </Button>
      </div>
    </Dialog>
  );
}
