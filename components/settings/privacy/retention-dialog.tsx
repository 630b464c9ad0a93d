"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { retentionKinds } from "@/lib/domain/retention";
import type { RetentionPreviews } from "@/lib/inbox/privacy/retention/preview";
import { usePreviewWords } from "./use-preview-words";

type Props = { previews: RetentionPreviews; isBusy: boolean; onClose: () => void; onConfirm: () => void };

/** Asks once more: within the hour this is gone. */
export function RetentionDialog({ previews, isBusy, onClose, onConfirm }: Props) {
  const t = useTranslations("settings.privacy.retention");
  const words = usePreviewWords();
  const gone = retentionKinds.filter((kind) => previews[kind].count > 0);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("askTitle")}
      description={t("askText")}
    >
      <dl className="flex flex-col gap-2">
        {gone.map((kind) => (
          <div key={kind}>
            <dt className="font-medium">{t(`kinds.${kind}`)}</dt>
            <dd className="text-text-muted">{words(previews[kind])}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button variant="danger" isBusy={isBusy} onClick={onConfirm}>
          {t("confirm")}
        </Button>
      </div>
    </Dialog>
  );
}
