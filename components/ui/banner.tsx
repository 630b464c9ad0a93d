import clsx from "clsx";
import type { ReactNode } from "react";

type Props = {
  tone?: "neutral" | "soon" | "danger" | "done";
  icon?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
};

/** One sentence across the full width, with at most one thing to do about it. */
export function Banner({ tone = "neutral", icon, action, children }: Props) {
  return (
    <div
      className={clsx(
        "flex min-h-9 items-center gap-2 border-b border-border px-4 py-1.5 text-sm",
        tone === "neutral" && "bg-surface-sunken text-text",
        tone === "soon" && "bg-soon-soft text-text",
        tone === "danger" && "bg-danger-soft text-text",
        tone === "done" && "bg-surface-sunken text-done",
      )}
    >
      {icon}
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  );
}
