"use client";
import { type ComponentProps, useId } from "react";

type Props = Omit<ComponentProps<"select">, "children" | "id" | "className"> & {
  label: string;
  hint?: string;
  options: readonly { value: string; label: string; lang?: string }[];
};

/** A choice of one among few, by the platform's own control. */
export function SelectField({ label, hint, options, ...rest }: Props) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        aria-describedby={hint ? `${id}hint` : undefined}
        className="h-9 w-full rounded-control border border-border-strong bg-surface-raised px-2 text-base text-text disabled:opacity-55 max-wide:h-11 max-wide:text-lg"
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      {hint ? (
        <p id={`${id}hint`} className="text-sm text-text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
