"use client";
import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "./kbd";

type Props = {
  content: ReactNode;
  shortcut?: string;
  side?: "top" | "bottom" | "left" | "right";
  /** The one element it explains. It must have a name of its own: a tooltip is not read everywhere. */
  children: ReactElement;
};

/** Explains an element on hover and focus. */
export function Tooltip({ content, shortcut, side = "bottom", children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={400} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="flex max-w-72 items-center gap-2 rounded-control bg-text px-2 py-1 text-xs text-surface shadow-float transition-opacity duration-120 ease-out data-[ending-style]:opacity-0 data-[starting-style]:opacity-0">
            {content}
            {shortcut ? <Kbd>{shortcut}</Kbd> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
