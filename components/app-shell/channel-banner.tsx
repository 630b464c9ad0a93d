"use client";
import PlugZap from "lucide-react/icons/plug-zap";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { checkChannelAction } from "@/lib/actions/channels";
import type { ChannelSummary } from "@/lib/client/inbox-data";
import { useChannels } from "@/lib/client/use-channels";
import { useCan } from "./member-context";

type Props = { fallback?: ChannelSummary[] };

/** One line for each channel whose sending stands still. */
export function ChannelBanners({ fallback }: Props) {
  const channels = useChannels(fallback) ?? [];
  return channels
    .filter((channel) => channel.pause !== null)
    .map((channel) => <PausedBanner key={channel.id} channel={channel} />);
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
