"use client";
import clsx from "clsx";
import type { LucideIcon } from "lucide-react";

type Props = {
  label: string;
  icon: LucideIcon;
  onClick: () => void;
  /** It keeps the focus, so that the keyboard stays in the lightbox at its first and last picture. */
  isDisabled?: boolean;
  /** The icon points somewhere, and the other way in a right-to-left page. */
  isMirrored?: boolean;
  className?: string;
};

export function LightboxButton({
  label,
  icon: Icon,
  onClick,
  isDisabled = false,
  isMirrored = false,
  className,
}: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={isDisabled || undefined}
      onClick={isDisabled ? undefined : onClick}
      className={clsx(lightboxButtonClass, isDisabled && "opacity-40", className)}
    >
      <Icon size={20} aria-hidden className={isMirrored ? "rtl:-scale-x-100" : undefined} />
    </button>
  );
}

export const lightboxButtonClass =
  "inline-flex size-11 shrink-0 items-center justify-center rounded-full text-white hover:bg-white/15 focus-visible:outline-white";
