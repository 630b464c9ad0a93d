import clsx from "clsx";
import { initialsOf } from "./initials";

type Props = { name: string; size?: "sm" | "md" | "lg"; className?: string };

/** Initials in a circle. Decorative: the name always stands beside it. */
export function Avatar({ name, size = "md", className }: Props) {
  return (
    <span
      aria-hidden
      className={clsx(
        "inline-flex shrink-0 items-center justify-center overflow-hidden rounded-full bg-border font-medium text-text select-none",
        size === "sm" && "size-5 text-[10px]",
        size === "md" && "size-9 text-sm",
        size === "lg" && "size-10 text-base",
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
