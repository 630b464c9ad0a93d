import clsx from "clsx";

/** The shape of what comes. It appears after 150 ms, so that what is quick never flickers. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden className={clsx("animate-skeleton rounded-control bg-surface-sunken", className)} />
  );
}
