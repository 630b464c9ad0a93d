"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

type Props = { label: string; value: string };

/** A value to carry elsewhere, with a button that copies it and says so. */
export function CopyField({ label, value }: Props) {
  const t = useTranslations("settings.channels");
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setIsCopied(true);
  };
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <code
        dir="ltr"
        className="min-w-0 rounded bg-surface-sunken px-1.5 py-0.5 text-sm break-all select-all"
      >
        {value}
      </code>
      <Button size="sm" variant="ghost" aria-label={t("copyWhat", { what: label })} onClick={copy}>
        {t("copy")}
      </Button>
      <span role="status" className="text-sm text-done">
        {isCopied ? t("copied", { what: label }) : null}
      </span>
    </span>
  );
}
