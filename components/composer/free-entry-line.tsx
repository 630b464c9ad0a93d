"use client";
import Megaphone from "lucide-react/icons/megaphone";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { fullTime } from "@/components/inbox/say-time";
import { useNow } from "@/lib/client/use-now";

/** WhatsApp's free entry point after an ad: until then nothing that is sent is charged. `endsAt` in epoch ms. */
export function FreeEntryLine({ endsAt }: { endsAt: number | null | undefined }) {
  const t = useTranslations("composer");
  const reader = useReader();
  const now = useNow(60_000);
  if (!endsAt || endsAt <= now) return null;
  return (
    <p className="flex items-center gap-1.5 pb-1.5 text-xs text-text-muted">
      <Megaphone size={13} aria-hidden className="shrink-0" />
      {t("freeEntry", { time: fullTime(endsAt, reader) })}
    </p>
  );
}
