"use client";
import KeyRound from "lucide-react/icons/key-round";
import PlugZap from "lucide-react/icons/plug-zap";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { checkChannelAction } from "@/lib/actions/channels";
import type { ChannelSummary } from "@/lib/client/inbox-data";
import { useChannels } from "@/lib/client/use-channels";
import { useNow } from "@/lib/client/use-now";
import { daysLeft, isSoonOver } from "@/lib/domain/token-expiry";
import { paths } from "@/lib/paths";
import { useCan } from "./member-context";

type Props = { fallback?: ChannelSummary[] };

/** One line for each channel whose sending stands still. */
export function ChannelBanners({ fallback }: Props) {
  const channels = useChannels(fallback) ?? [];
  const now = useNow(60_000);
  return channels.map((channel) => {
    if (channel.pause !== null) return <PausedBanner key={channel.id} channel={channel} />;
    const { tokenExpiresAt: at, isConnected } = channel;
    if (!isConnected || at === null || !isSoonOver(at, now)) return null;
    return <TokenBanner key={channel.id} name={channel.name} expiresAt={at} now={now} />;
  });
}

/** A token that ends within a week, or has ended: who can do something is told where. */
function TokenBanner({ name, expiresAt, now }: { name: string; expiresAt: number; now: number }) {
  const t = useTranslations("shell");
  const mayManage = useCan("channel.manage");
  const isOver = expiresAt <= now;
  return (
    <div role="status">
      <Banner
        tone={isOver ? "danger" : "soon"}
        icon={
          <KeyRound
            size={16}
            aria-hidden
            className={isOver ? "shrink-0 text-danger" : "shrink-0 text-soon"}
          />
        }
        action={
          mayManage ? (
            <Link href={paths.settings.channels()} className="font-medium underline underline-offset-2">
              {t("toChannels")}
            </Link>
          ) : null
        }
      >
        {isOver ? t("tokenOver", { name }) : t("tokenSoon", { name, days: daysLeft(expiresAt, now) })}{" "}
        {t(mayManage ? "tokenAdmin" : "tokenAgent")}
      </Banner>
    </div>
  );
}

function PausedBanner({ channel }: { channel: ChannelSummary }) {
  const t = useTranslations("shell");
  const mayManage = useCan("channel.manage");
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function check() {
    setState("busy");
    const answer = await checkChannelAction({ channelId: channel.id }).catch(() => null);
    setState(answer && !answer.serverError && !answer.validationErrors ? "idle" : "failed");
  }

  const who = t(mayManage ? "channelPausedAdmin" : "channelPausedAgent");
  return (
    <div role="status">
      <Banner
        tone="danger"
        icon={<PlugZap size={16} aria-hidden className="shrink-0 text-danger" />}
        action={
          mayManage ? (
            <Button size="sm" isBusy={state === "busy"} onClick={() => void check()}>
              {t("checkAgain")}
            </Button>
          ) : null
        }
      >
        {t("channelPaused", { name: channel.name })} {state === "failed" ? t("checkFailed") : who}
      </Banner>
    </div>
  );
}
