"use client";
import Forward from "lucide-react/icons/forward";
import Megaphone from "lucide-react/icons/megaphone";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";

/** What is worth knowing before reading: it was forwarded, it came from an ad, another app handles it. */
export function MessageNotes({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread");
  const { forwarded, referral, isStandby } = message;
  const title = titleOf(referral);
  return (
    <>
      {forwarded ? (
        <Note icon={<Forward size={13} aria-hidden />}>
          {t(forwarded === "many" ? "forwardedMany" : "forwarded")}
        </Note>
      ) : null}
      {referral ? (
        <Note icon={<Megaphone size={13} aria-hidden />}>
          {title ? t("referralNamed", { title }) : t("referral")}
        </Note>
      ) : null}
      {isStandby ? <Note>{t("standby")}</Note> : null}
    </>
  );
}

function Note({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <p className="mb-1 flex items-center gap-1 text-xs text-text-muted">
      {icon}
      <span dir="auto" className="min-w-0 truncate">
        {children}
      </span>
    </p>
  );
}

/** The headline of an ad, as Meta gives it; Instagram nests it. */
function titleOf(referral: Record<string, unknown> | null): string | null {
  if (!referral) return null;
  const nested = referral.ads_context_data as Record<string, unknown> | undefined;
  const title = referral.headline ?? nested?.ad_title;
  return typeof title === "string" && title !== "" ? title : null;
}
