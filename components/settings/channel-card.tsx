import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChannelBadge } from "@/components/inbox/channel-badge";
import { Moment } from "@/components/inbox/moment";
import { Badge } from "@/components/ui/badge";
import type { ChannelDetails } from "@/lib/inbox/read/list-channel-details";
import { ChannelNotices } from "./channel-notices";
import { Row } from "./channels/row";
import { TokenBadge } from "./channels/token-badge";

type Props = {
  channel: ChannelDetails;
  /** Where its token comes from; only admins are told. */
  source?: "env" | "settings";
  /** How it is connected, for admins. */
  children?: ReactNode;
};

/** One number or account, how it stands at Meta, and what Meta said of it lately. */
export function ChannelCard({ channel, source, children }: Props) {
  const t = useTranslations("settings.channels");
  const { health, pause, lastEventAt } = channel;
  const isNumber = channel.type === "whatsapp";
  const say = (value: string | null) => {
    if (value === null) return t("unknown");
    return t.has(`values.${value}`) ? t(`values.${value}`) : value;
  };
  const titleId = `channel-${channel.id}`;
  return (
    <li aria-labelledby={titleId} className="flex flex-col gap-4 border-t border-border pt-4">
      <div className="flex flex-wrap items-center gap-2">
        <ChannelBadge channel={channel.type} />
        <h2 id={titleId} className="text-lg font-semibold">
          {channel.name}
        </h2>
        <span className="text-text-muted">{addressOf(channel)}</span>
        <State channel={channel} />
        {source === "env" ? <Badge>{t("connection.fromEnvironment")}</Badge> : null}
        <TokenBadge expiresAt={channel.tokenExpiresAt} refreshFailedAt={channel.tokenRefreshFailedAt} />
      </div>
      {pause ? <p className="text-sm text-danger">{t("pausedText", { code: String(pause.code) })}</p> : null}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
        {isNumber ? (
          <>
            <Row term={t("quality")}>{say(health.quality)}</Row>
            <Row term={t("limit")}>{say(health.messagingLimit)}</Row>
            <Row term={t("nameStatus")}>{say(health.nameStatus)}</Row>
          </>
        ) : null}
        <Row term={t("account")}>{say(health.accountState)}</Row>
        <Row term={t("lastEvent")}>
          {lastEventAt === null ? t("never") : <Moment at={lastEventAt} as="list" />}
        </Row>
      </dl>
      {channel.isConnected ? null : <p className="text-sm text-text-muted">{t("disconnectedText")}</p>}
      {children}
      <ChannelNotices notices={channel.notices ?? []} />
    </li>
  );
}

function State({ channel }: Pick<Props, "channel">) {
  const t = useTranslations("settings.channels");
  if (!channel.isConnected) return <Badge tone="danger">{t("disconnected")}</Badge>;
  if (channel.pause) return <Badge tone="danger">{t("paused")}</Badge>;
  return <Badge tone="done">{t("connected")}</Badge>;
}

function addressOf({ displayPhone, username }: ChannelDetails): string | null {
  if (displayPhone) return `+${displayPhone.replace(/^\+/, "")}`;
  return username ? `@${username}` : null;
}
