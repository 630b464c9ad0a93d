"use client";
import Bot from "lucide-react/icons/bot";
import Forward from "lucide-react/icons/forward";
import History from "lucide-react/icons/history";
import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { AdCard } from "./rich-bodies";

/** What is worth knowing before reading: where it came from, and that no person wrote it just now. */
export function MessageNotes({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread");
  const { forwarded, referral, isStandby, isHistory, automation, tag } = message;
  return (
    <>
      {automation ? <Note icon={<Bot size={13} aria-hidden />}>{t(`automation.${automation}`)}</Note> : null}
      {forwarded ? (
        <Note icon={<Forward size={13} aria-hidden className="rtl:-scale-x-100" />}>
          {t(forwarded === "many" ? "forwardedMany" : "forwarded")}
        </Note>
      ) : null}
      {isHistory ? <Note icon={<History size={13} aria-hidden />}>{t("fromHistory")}</Note> : null}
      {tag ? <Note>{t(`tag.${tag}`)}</Note> : null}
      {isStandby ? <Note>{t("standby")}</Note> : null}
      {referral ? (
        <Suspense>
          <AdCard message={message} referral={referral} />
        </Suspense>
      ) : null}
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
