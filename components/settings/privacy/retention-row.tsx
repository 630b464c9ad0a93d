"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { daysAllowed, type RetentionKind, type RetentionPreview } from "@/lib/domain/retention";
import { usePreviewWords } from "./use-preview-words";

type Props = {
  kind: RetentionKind;
  days: number | null;
  preview: RetentionPreview | null;
  onChange: (days: number | null) => void;
};

const FIRST_CHOICE = 365;

/** One kind of thing: kept for ever, or for so many days. */
export function RetentionRow({ kind, days, preview, onChange }: Props) {
  const t = useTranslations("settings.privacy.retention");
  const words = usePreviewWords();
  const { least, most } = daysAllowed(kind);
  const isWrong = days !== null && !(Number.isInteger(days) && days >= least && days <= most);
  const name = t(`kinds.${kind}`);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{name}</p>
        <p className="text-sm text-text-muted">{t(`hints.${kind}`)}</p>
        {preview ? <p className="text-sm">{words(preview)}</p> : null}
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <div className="w-40">
          <SelectField
            label={t("keep", { kind: name })}
            value={days === null ? "ever" : "days"}
            onChange={(event) =>
              onChange(event.target.value === "ever" ? null : Math.max(least, FIRST_CHOICE))
            }
            options={[
              { value: "ever", label: t("forEver") },
              { value: "days", label: t("forDays") },
            ]}
          />
        </div>
        {days === null ? null : (
          <div className="w-28">
            <TextField
              type="number"
              label={t("days")}
              min={least}
              max={most}
              value={Number.isNaN(days) ? "" : days}
              onChange={(event) =>
                onChange(event.target.value === "" ? Number.NaN : Number(event.target.value))
              }
              error={isWrong ? t("outOfRange", { least, most }) : null}
            />
          </div>
        )}
      </div>
    </li>
  );
}
