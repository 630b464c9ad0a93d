"use client";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/lib/client/use-now";
import { daysLeft, isSoonOver } from "@/lib/domain/token-expiry";

type Props = { expiresAt: number | null; refreshFailedAt?: number | null };

/** Says that an access token ends within a week, or has ended. */
export function TokenBadge({ expiresAt, refreshFailedAt = null }: Props) {
  const t = useTranslations("settings.channels.expiry");
  const now = useNow(60_000);
  if (expiresAt === null || !isSoonOver(expiresAt, now)) {
    return refreshFailedAt === null ? null : <Badge tone="soon">{t("refreshFailed")}</Badge>;
  }
  if (expiresAt <= now) return <Badge tone="danger">{t("over")}</Badge>;
  return <Badge tone="soon">{t("soon", { days: daysLeft(expiresAt, now) })}</Badge>;
}
