import { useTranslations } from "next-intl";
import { KindIcon } from "@/components/inbox/kind-icon";

/** A message whose content did not come through: says so, why as far as known, and what to do. */
export function UnsupportedBody({ type, reason }: { type: string | null; reason: string | null }) {
  const t = useTranslations("thread.unsupported");
  const hasName = type !== null && type !== "unsupported" && type !== "unknown";
  return (
    <div className="flex gap-2 text-text-muted">
      <KindIcon kind="unsupported" size={16} className="mt-0.5 shrink-0" />
      <div>
        <p>{hasName ? t("known", { type }) : t("unknown")}</p>
        {reason ? <p className="mt-1 text-sm">{t("reason", { reason })}</p> : null}
      </div>
    </div>
  );
}
