"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { splitText } from "@/lib/channels/split-text";
import type { ChannelType } from "@/lib/domain/channel";

type Props = { channel: ChannelType; text: string; onSend: (pieces: string[]) => void };

/** A text longer than the channel takes, offered as several messages. */
export function SplitOffer({ channel, text, onSend }: Props) {
  const t = useTranslations("composer");
  const pieces = splitText(channel, text);
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 pb-2 text-sm text-text-muted">
      <span>{t("tooLongFor", { count: pieces.length })}</span>
      <Button size="sm" onClick={() => onSend(pieces)}>
        {t("sendAsSeveral", { count: pieces.length })}
      </Button>
    </div>
  );
}
