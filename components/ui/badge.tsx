import clsx from "clsx";
import type { ReactNode } from "react";

type Props = {
  tone?: "neutral" | "accent" | "soon" | "danger" | "done";
  children: ReactNode;
  className?: string;
};

/** A short word about state. Its text says all; the tone only helps. */
export function Badge({ tone = "neutral", children, className }: Props) {
  return (
    <span
      className={clsx(
        "inline-flex h-4.5 items-center gap-1 rounded px-1.5 text-xs font-medium whitespace-nowrap",
        tone === "neutral" && "bg-surface-sunken text-text-muted",
        tone === "accent" && "bg-accent text-accent-text",
        tone === "soon" && "bg-soon-soft text-soon",
        tone === "danger" && "bg-danger-soft text-danger",
        tone === "done" && "bg-surface-sunken text-done",
        className,
      )}
    >
      {children}
    </span>
  );
}
