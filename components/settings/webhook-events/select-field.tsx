"use client";
import { type ComponentProps, useId } from "react";

type Props = Omit<ComponentProps<"select">, "onChange"> & {
  label: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** A labelled choice of one, as wide as its words. */
export function SelectField({ label, options, onChange, ...rest }: Props) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm text-text-muted">
        {label}
      </label>
      <select
        id={id}
        className="h-8 max-w-full rounded-control border border-border-strong bg-surface-raised px-2 text-base text-text max-wide:h-11"
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
