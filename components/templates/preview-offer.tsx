"use client";
import Tag from "lucide-react/icons/tag";
import { useFormatter, useTranslations } from "next-intl";
import type { TemplateParts } from "@/lib/domain/template";

type Props = {
  offer: NonNullable<TemplateParts["offer"]>;
  /** Epoch ms in digits, or "". */
  expiresAt: string;
  code: string | null;
};

/** A limited-time offer: its words, its code, and when it ends. */
export function PreviewOffer({ offer, expiresAt, code }: Props) {
  const t = useTranslations("templates");
  const format = useFormatter();
  const at = Number(expiresAt);
  return (
    <div className="flex gap-2 rounded-lg bg-surface-sunken p-2">
      <Tag size={18} aria-hidden className="mt-0.5 shrink-0 text-text-muted" />
      <div className="min-w-0">
        <p className="font-semibold">{offer.text}</p>
        {offer.hasExpiry ? (
          <p className="text-xs text-text-muted">
            {at > 0
              ? t("endsAt", { time: format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }) })
              : t("endsOpen")}
          </p>
        ) : null}
        {code ? <p className="text-xs">{t("offerCode", { code })}</p> : null}
      </div>
    </div>
  );
}
