import { useTranslations } from "next-intl";
import { useId } from "react";

const ends = { never: null, days30: 30, days90: 90, days365: 365 } as const;
type End = keyof typeof ends;

/** After how many days a chosen end comes; null: never. */
export const endsInDays = (choice: string) => ends[choice as End] ?? null;

/** When a new key ends; the field's name is `end`. */
export function EndSelect() {
  const t = useTranslations("settings.apiKeys");
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {t("ends")}
      </label>
      <select
        id={id}
        name="end"
        defaultValue="never"
        className="h-9 rounded-control border border-border-strong bg-surface-raised px-2 text-base text-text max-wide:h-11"
      >
        {(Object.keys(ends) as End[]).map((end) => (
          <option key={end} value={end}>
            {t(`end.${end}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
