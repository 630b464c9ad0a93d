"use client";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { iconButtonClass } from "@/components/ui/icon-button";

/** One of several parts that can be taken away while there are others. */
export function RowFrame({
  name,
  onRemove,
  children,
}: {
  name: string;
  onRemove: (() => void) | null;
  children: ReactNode;
}) {
  const t = useTranslations("sendMore");
  return (
    <fieldset aria-label={name} className="flex items-start gap-1">
      <div className="flex min-w-0 flex-1 flex-col gap-2">{children}</div>
      {onRemove ? (
        <button
          type="button"
          aria-label={t("remove", { what: name })}
          onClick={onRemove}
          className={`${iconButtonClass} mt-6`}
        >
          <X size={16} aria-hidden />
        </button>
      ) : null}
    </fieldset>
  );
}
