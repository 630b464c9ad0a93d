"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";

type Kind = "text" | "user_phone_number" | "user_email" | "link" | "postback";
type Props<T extends Kind> = { value: T; options: readonly T[]; onChange: (value: T) => void };

/** What a button or reply does. */
export function PickKind<T extends Kind>({ value, options, onChange }: Props<T>) {
  const t = useTranslations("sendMore");
  const nameOf = useTranslations("sendMore.kind") as (kind: string) => string;
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {t("field.kind")}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const kind = options.find((option) => option === event.target.value);
          if (kind) onChange(kind);
        }}
        className="h-9 rounded-control border border-border-strong bg-surface-raised px-2 text-base max-wide:h-11 max-wide:text-lg"
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </div>
  );
}
