"use client";
import Check from "lucide-react/icons/check";
import CloudOff from "lucide-react/icons/cloud-off";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { clockTime } from "@/components/inbox/say-time";
import { Banner } from "@/components/ui/banner";
import { useConnection } from "@/lib/client/use-connection";
import { useReader } from "./use-reader";

const GOOD_NEWS_MS = 4_000;

/** Says since when the screen may be stale, and that it is right again. */
export function ConnectionBar() {
  const t = useTranslations("shell");
  const reader = useReader();
  const { state, since } = useConnection();
  const wasOffline = useWasOffline(state === "offline", state === "live");
  return (
    <div role="status">
      {state === "offline" && since !== null ? (
        <Banner tone="soon" icon={<CloudOff size={16} aria-hidden className="shrink-0 text-soon" />}>
          {t("offline", { time: clockTime(since, reader) })}
        </Banner>
      ) : null}
      {state === "live" && wasOffline ? (
        <Banner tone="done" icon={<Check size={16} aria-hidden className="shrink-0" />}>
          {t("live")}
        </Banner>
      ) : null}
    </div>
  );
}

/** True from the moment it is offline until a little after it is live again. */
function useWasOffline(isOffline: boolean, isLive: boolean): boolean {
  const [wasOffline, setWasOffline] = useState(false);
  if (isOffline && !wasOffline) setWasOffline(true);
  useEffect(() => {
    if (!wasOffline || !isLive) return;
    const timer = setTimeout(() => setWasOffline(false), GOOD_NEWS_MS);
    return () => clearTimeout(timer);
  }, [wasOffline, isLive]);
  return wasOffline;
}
