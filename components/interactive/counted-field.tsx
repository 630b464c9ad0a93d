"use client";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { OverLimit } from "@/lib/channels/over-limit";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** In characters, or in bytes. */
  limit?: number;
  unit?: "characters" | "bytes";
  isLong?: boolean;
  /** What is wrong here, if it is here; shown once somebody tried to send, or at once when too long. */
  wrong?: OverLimit | null;
  isTried?: boolean;
  inputMode?: "url" | "tel" | "email" | "decimal";
};

/** A field that counts while it is typed in. */
export function CountedField(props: Props) {
  const {
    label,
    value,
    onChange,
    limit,
    unit = "characters",
    isLong = false,
    wrong = null,
    isTried,
    inputMode,
  } = props;
  const t = useTranslations("sendMore");
  const id = useId();
  const length = unit === "bytes" ? new TextEncoder().encode(value).length : [...value].length;
  const over = limit === undefined ? 0 : length - limit;
  const problem = over > 0 ? t("over", { over }) : isTried && wrong ? problemOf(wrong) : null;
  const shared = {
    id,
    value,
    dir: "auto",
    "aria-invalid": problem !== null || undefined,
    "aria-describedby": `${id}-facts`,
    className: clsx(
      "w-full rounded-control border bg-surface-raised px-3 text-base text-text max-wide:text-lg",
      problem ? "border-danger" : "border-border-strong",
      isLong ? "field-sizing-content max-h-40 min-h-16 resize-none scroll-quiet py-2" : "h-9 max-wide:h-11",
    ),
  } as const;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {isLong ? (
        <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} inputMode={inputMode} onChange={(event) => onChange(event.target.value)} />
      )}
      <p id={`${id}-facts`} className="tabular flex justify-between gap-2 text-xs text-text-muted">
        <span className="text-danger">{problem}</span>
        {limit === undefined ? null : (
          <span>{t(unit === "bytes" ? "bytes" : "count", { length, limit })}</span>
        )}
      </p>
    </div>
  );

  function problemOf({ field, limit: most }: OverLimit): string {
    if (value.trim() === "") return t("missing");
    if (/url$/i.test(field)) return t("badLink");
    return t(most === undefined ? "twice" : "wrong");
  }
}
