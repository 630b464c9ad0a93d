"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { SelectField } from "./select-field";

const HOUR_MS = 60 * 60_000;
const spans: Record<string, number> = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS };

type Times = { from?: number | undefined; to?: number | undefined };
type Props = Times & { onChange: (times: Times) => void };

/** When events came: the last while, or between two moments in the reader's own time. Epoch ms. */
export function TimeFilter({ from, to, onChange }: Props) {
  const t = useTranslations("settings.webhookEvents.filter");
  const isSet = from !== undefined || to !== undefined;
  const [choice, setChoice] = useState(isSet ? "between" : "");
  const shown = isSet && choice === "" ? "between" : choice;

  function choose(next: string) {
    setChoice(next);
    const span = spans[next];
    if (span) onChange({ from: Date.now() - span, to: undefined });
    else if (next === "") onChange({ from: undefined, to: undefined });
  }

  return (
    <>
      <SelectField
        label={t("time")}
        value={shown}
        onChange={choose}
        options={[
          { value: "", label: t("anyTime") },
          { value: "hour", label: t("hour") },
          { value: "day", label: t("day") },
          { value: "week", label: t("week") },
          { value: "between", label: t("between") },
        ]}
      />
      {shown === "between" ? (
        <>
          <MomentField label={t("from")} value={from} onChange={(value) => onChange({ from: value, to })} />
          <MomentField label={t("to")} value={to} onChange={(value) => onChange({ from, to: value })} />
        </>
      ) : null}
    </>
  );
}

type MomentProps = {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
};

function MomentField({ label, value, onChange }: MomentProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm text-text-muted">
        {label}
      </label>
      <input
        id={id}
        key={value ?? ""}
        type="datetime-local"
        defaultValue={value === undefined ? "" : localText(value)}
        suppressHydrationWarning
        className="h-8 rounded-control border border-border-strong bg-surface-raised px-2 text-base text-text max-wide:h-11"
        onBlur={(event) => {
          const text = event.target.value;
          const next = text === "" ? undefined : new Date(text).getTime();
          const isSame =
            next === undefined ? value === undefined : localText(next) === localText(value ?? -1);
          if (!isSame && !Number.isNaN(next)) onChange(next);
        }}
      />
    </div>
  );
}

/** As a datetime-local field writes a moment: without a zone, to the minute. */
function localText(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offsetMs).toISOString().slice(0, 16);
}
