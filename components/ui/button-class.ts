import clsx from "clsx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md";

/** Classes of a button, for links that look like one. Under 900 px every target is 44 px high. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md", extra?: string) {
  return clsx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap transition-colors duration-150 select-none max-wide:min-h-11",
    "disabled:cursor-default disabled:opacity-55 aria-disabled:opacity-55",
    size === "sm" ? "h-7 px-2 text-sm" : "h-8 px-3 text-base",
    variant === "primary" && "border-transparent bg-accent text-accent-text not-disabled:hover:bg-accent/90",
    variant === "secondary" &&
      "border-border bg-surface-raised text-text not-disabled:hover:bg-surface-sunken",
    variant === "ghost" && "border-transparent bg-transparent text-text not-disabled:hover:bg-surface-sunken",
    variant === "danger" && "border-transparent bg-danger text-danger-text not-disabled:hover:bg-danger/90",
    extra,
  );
}
