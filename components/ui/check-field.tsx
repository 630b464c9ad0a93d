import { type ComponentProps, type ReactNode, useId } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & {
  type?: "checkbox" | "radio";
  label: ReactNode;
  hint?: ReactNode;
};

/** A box to tick, or one of several to choose, with its words beside it; pressing them counts too. */
export function CheckField({ type = "checkbox", label, hint, ...rest }: Props) {
  const id = useId();
  const hintId = hint ? `${id}hint` : undefined;
  return (
    <div className="flex items-start gap-2.5 max-wide:min-h-11 max-wide:items-center">
      <input
        id={id}
        type={type}
        aria-describedby={hintId}
        className="mt-0.5 size-4 shrink-0 accent-accent max-wide:mt-0 max-wide:size-5"
        {...rest}
      />
      <div className="min-w-0">
        <label htmlFor={id} className="flex items-center gap-1.5">
          {label}
        </label>
        {hint ? (
          <p id={hintId} className="text-sm text-text-muted">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
