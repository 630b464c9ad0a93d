"use client";
import { Field } from "@base-ui/react/field";
import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type Props = ComponentProps<typeof Field.Control> & {
  label: string;
  hint?: ReactNode;
  /** What is wrong with it, in a sentence. */
  error?: string | null;
};

export function TextField({ label, hint, error, name, className, ...rest }: Props) {
  return (
    <Field.Root name={name} invalid={Boolean(error)} className="flex flex-col gap-1">
      <Field.Label className="text-sm font-medium">{label}</Field.Label>
      <Field.Control
        className={clsx(
          "h-9 w-full rounded-control border border-border-strong bg-surface-raised px-3 text-base text-text placeholder:text-text-muted data-[invalid]:border-danger max-wide:h-11 max-wide:text-lg",
          className,
        )}
        {...rest}
      />
      {hint ? <Field.Description className="text-sm text-text-muted">{hint}</Field.Description> : null}
      {error ? (
        <Field.Error match className="text-sm text-danger">
          {error}
        </Field.Error>
      ) : null}
    </Field.Root>
  );
}
