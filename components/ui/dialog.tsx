"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { iconButtonClass } from "./icon-button";

type Props = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  description?: ReactNode;
  /** For two columns. */
  isWide?: boolean;
  children: ReactNode;
};

/** A modal dialog: focus stays in it, Esc and the cross close it, focus returns to where it was. */
export function Dialog({ isOpen, onOpenChange, title, description, isWide = false, children }: Props) {
  const t = useTranslations("ui");
  return (
    <Base.Root open={isOpen} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/35 transition-opacity duration-150 ease-out data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Base.Popup
          className={clsx(
            "fixed inset-0 z-50 m-auto h-fit max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-bubble border border-border bg-surface-raised p-5 text-text shadow-float transition-opacity duration-150 ease-out data-[ending-style]:opacity-0 data-[starting-style]:opacity-0",
            isWide ? "w-[min(52rem,calc(100vw-2rem))]" : "w-[min(30rem,calc(100vw-2rem))]",
          )}
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="text-lg font-semibold">{title}</Base.Title>
            <Base.Close aria-label={t("close")} className={`${iconButtonClass} -me-2 -mt-1`}>
              <X size={16} aria-hidden />
            </Base.Close>
          </div>
          {description ? (
            <Base.Description className="mt-1 text-text-muted">{description}</Base.Description>
          ) : null}
          <div className="mt-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
