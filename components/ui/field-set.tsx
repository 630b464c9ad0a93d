import type { ReactNode } from "react";

type Props = {
  legend: string;
  /** What is wrong with the choice, in a sentence. */
  error?: string | null;
  children: ReactNode;
};

/** Choices that belong together, under one name. */
export function FieldSet({ legend, error, children }: Props) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {children}
      <p role="alert" className="text-sm text-danger empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
