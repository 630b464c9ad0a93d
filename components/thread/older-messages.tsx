"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type Props = {
  heightPx: number;
  hasOlder: boolean;
  isLoading: boolean;
  hasFailed: boolean;
  onLoad: () => void;
};

/** Above the oldest message: that there is more, or that there is none. Its height never changes. */
export function OlderMessages({ heightPx, hasOlder, isLoading, hasFailed, onLoad }: Props) {
  const t = useTranslations("thread");
  return (
    <div
      style={{ height: heightPx }}
      className="flex shrink-0 items-center justify-center gap-3 text-xs text-text-muted"
    >
      {hasOlder ? (
        <>
          {hasFailed ? <span role="alert">{t("olderFailed")}</span> : null}
          <Button size="sm" variant="ghost" isBusy={isLoading} onClick={onLoad}>
            {isLoading ? t("loading") : t("loadOlder")}
          </Button>
        </>
      ) : (
        t("beginning")
      )}
    </div>
  );
}
