"use client";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FailureLine } from "@/components/auth/failure-line";
import { failureOf } from "@/components/auth/failure-of";
import { Button } from "@/components/ui/button";
import { previewRetentionAction, saveRetentionAction } from "@/lib/actions/privacy";
import type { Failure } from "@/lib/domain/result";
import { RetentionDays, type RetentionKind, retentionKinds } from "@/lib/domain/retention";
import type { RetentionPreviews } from "@/lib/inbox/privacy/retention/preview";
import { RetentionDialog } from "./retention-dialog";
import { RetentionRow } from "./retention-row";

/** For how long each kind of thing is kept, with what would go; asks once more before anything is deleted. */
export function RetentionForm({ days: saved }: { days: RetentionDays }) {
  const t = useTranslations("settings.privacy.retention");
  const [days, setDays] = useState(saved);
  const [previews, setPreviews] = useState<RetentionPreviews | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [said, setSaid] = useState<{ failure: Failure | null; isSaved: boolean }>({
    failure: null,
    isSaved: false,
  });
  const [isBusy, start] = useTransition();
  const isValid = RetentionDays.safeParse(days).success;

  const change = (kind: RetentionKind, value: number | null) => {
    setDays((known) => ({ ...known, [kind]: value }));
    setPreviews(null);
    setSaid({ failure: null, isSaved: false });
  };
  const preview = async (): Promise<RetentionPreviews | null> => {
    const result = await previewRetentionAction({ days }).catch(() => unreachable);
    const failure = failureOf(result);
    const data = result && "data" in result ? (result.data ?? null) : null;
    setPreviews(data);
    setSaid({ failure, isSaved: false });
    return data;
  };
  const save = async () => {
    const failure = failureOf(await saveRetentionAction({ days }).catch(() => unreachable));
    setIsAsking(false);
    setSaid({ failure, isSaved: failure === null });
  };
  const askAndSave = () =>
    start(async () => {
      const would = await preview();
      if (!would) return;
      const goes = retentionKinds.some((kind) => would[kind].count > 0);
      if (goes) setIsAsking(true);
      else await save();
    });

  return (
    <div className="flex flex-col gap-4">
      <ul className="divide-y divide-border border-y border-border">
        {retentionKinds.map((kind) => (
          <RetentionRow
            key={kind}
            kind={kind}
            days={days[kind]}
            preview={previews?.[kind] ?? null}
            onChange={(value) => change(kind, value)}
          />
        ))}
      </ul>
      <FailureLine failure={said.failure} />
      <div className="flex flex-wrap items-center gap-2">
        <Button isBusy={isBusy} disabled={!isValid} onClick={() => start(async () => void (await preview()))}>
          {t("preview")}
        </Button>
        <Button variant="primary" isBusy={isBusy} disabled={!isValid} onClick={askAndSave}>
          {t("save")}
        </Button>
        <p role="status" className="text-sm text-done">
          {said.isSaved ? t("saved") : ""}
        </p>
      </div>
      {isAsking && previews ? (
        <RetentionDialog
          previews={previews}
          isBusy={isBusy}
          onClose={() => setIsAsking(false)}
          onConfirm={() => start(save)}
        />
      ) : null}
    </div>
  );
}

const unreachable = {
  serverError: { code: "unavailable", message: "The server did not answer." } as Failure,
};
