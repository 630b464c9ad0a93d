"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";

type Props = { label: string; value: string };

/** A value to carry elsewhere, with a button that copies it and says so. */
export function CopyField({ label, value }: Props) {
  const t = useTranslations("settings.channels");
  const [state, setState] = useState<"idle" | "copied" | "selected">("idle");
  const code = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setState("copied");
    } catch {
      // Over plain http browsers give pages no clipboard.
      if (code.current) window.getSelection()?.selectAllChildren(code.current);
      setState("selected");
    }
  };
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <code
        ref={code}
        dir="ltr"
        className="min-w-0 rounded bg-surface-sunken px-1.5 py-0.5 text-sm break-all select-all"
      >
        {value}
      </code>
      <Button size="sm" variant="ghost" aria-label={t("copyWhat", { what: label })} onClick={copy}>
        {t("copy")}
      </Button>
      <span role="status" className="text-sm text-done">
        {state === "idle" ? null : t(state, { what: label })}
      </span>
    </span>
  );
}
