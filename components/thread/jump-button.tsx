"use client";
import ArrowDown from "lucide-react/icons/arrow-down";
import { useTranslations } from "next-intl";

type Props = { count: number; onJump: () => void };

/** Back to the newest message, with how many came meanwhile. */
export function JumpButton({ count, onJump }: Props) {
  const t = useTranslations("thread");
  return (
    <button
      type="button"
      onClick={onJump}
      className="absolute inset-x-0 bottom-3 mx-auto flex h-8 w-fit items-center gap-1.5 rounded-full border border-border bg-surface-raised px-3 text-sm shadow-float max-wide:h-11"
    >
      <ArrowDown size={14} aria-hidden />
      {count > 0 ? t("jumpToNew", { count }) : t("jumpToLatest")}
    </button>
  );
}
