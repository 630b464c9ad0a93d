"use client";
import { Avatar as Base } from "@base-ui/react/avatar";
import clsx from "clsx";
import { initialsOf } from "./initials";

type Props = { name: string; imageUrl?: string | null; size?: "sm" | "md" | "lg"; className?: string };

/** A face, or initials. Decorative: the name always stands beside it. */
export function Avatar({ name, imageUrl, size = "md", className }: Props) {
  return (
    <Base.Root
      aria-hidden
      className={clsx(
        "inline-flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full bg-border font-medium text-text",
        size === "sm" && "size-5 text-[10px]",
        size === "md" && "size-9 text-sm",
        size === "lg" && "size-10 text-base",
        className,
      )}
    >
      {imageUrl ? (
        <Base.Image src={imageUrl} alt="" referrerPolicy="no-referrer" className="size-full object-cover" />
      ) : null}
      <Base.Fallback>{initialsOf(name)}</Base.Fallback>
    </Base.Root>
  );
}
