"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type Props = {
  /** What could not be shown, in a sentence; a general one when left out. */
  title?: string;
  /** The id under which the error is logged. */
  digest?: string;
  onRetry: () => void;
};

/** An error in its own pane: the rest of the screen keeps working. */
export function ErrorPane({ title, digest, onRetry }: Props) {
  const t = useTranslations("pages.error");
  return (
    <div role="alert" className="flex flex-1 flex-col items-center justify-center gap-3 p-6 text-center">
      <p className="font-semibold">{title ?? t("title")}</p>
      <p className="max-w-80 text-text-muted">{t("text")}</p>
      <Button onClick={onRetry}>{t("action")}</Button>
      {digest ? <p className="text-xs text-text-muted">{t("reference", { id: digest })}</p> : null}
    </div>
  );
}
