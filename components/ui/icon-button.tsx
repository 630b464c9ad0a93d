"use client";
import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import type { Side } from "./place-beside";
import { Tooltip } from "./tooltip";

type Props = Omit<ComponentProps<"button">, "children"> & {
  /** What it does, for the tooltip and for screen readers. */
  label: string;
  icon: ReactNode;
  /** The key that does the same, shown on hover. */
  shortcut?: string;
  side?: Side;
};

export function IconButton({ label, icon, shortcut, side, className, type = "button", ...rest }: Props) {
  return (
    <Tooltip content={label} shortcut={shortcut} side={side}>
      <button type={type} aria-label={label} className={clsx(iconButtonClass, className)} {...rest}>
        {icon}
      </button>
    </Tooltip>
  );
}

export const iconButtonClass =
  "inline-flex size-8 shrink-0 items-center justify-center rounded-control text-text-muted transition-colors duration-150 hover:bg-surface-sunken hover:text-text disabled:opacity-50 max-wide:size-11";
