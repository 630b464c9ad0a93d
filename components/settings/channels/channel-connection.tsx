"use client";
import { useTranslations } from "next-intl";
import { Moment } from "@/components/inbox/moment";
import { Button } from "@/components/ui/button";
import { subscribeChannelAction, testChannelAction } from "@/lib/actions/channels";
import type { ManagedChannel } from "@/lib/inbox/read/list-managed-channels";
import { paths } from "@/lib/paths";
import { ChannelActions } from "./channel-actions";
import { CopyField } from "./copy-field";
import { FoundList } from "./found-list";
import { ProblemLine } from "./problem-line";
import { Row } from "./row";
import { SecretRows } from "./secret-rows";
import { useCall } from "./use-call";

type Props = { name: string; channel: ManagedChannel; origin: string };

/** How a channel is connected, for admins: what is kept, what to copy, and what can be done about it. */
export function ChannelConnection({ name, channel, origin }: Props) {
  const t = useTranslations("settings.channels.connection");
  const tested = useCall(testChannelAction);
  const subscribed = useCall(subscribeChannelAction);
  const { id: channelId, type, source, isConnected, verifyToken, connectedBy, connectedAt } = channel;
  const result = tested.data && {
    ...tested.data,
    apps: subscribed.data === undefined ? tested.data.apps : subscribed.data,
  };
  const callbackUrl = new URL(paths.metaWebhook(type), origin).href;
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-sm font-medium">{t("title")}</h3>
      {source === "env" ? <p className="text-sm text-text-muted">{t("environmentText")}</p> : null}
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-1 text-sm">
        <Row term={t("through")}>{t(channel.login ?? "whatsapp")}</Row>
        <Row term={t(type === "whatsapp" ? "phoneNumberId" : "accountId")}>{channel.providerId}</Row>
        {channel.wabaId ? <Row term={t("wabaId")}>{channel.wabaId}</Row> : null}
        {channel.pageId ? <Row term={t("pageId")}>{channel.pageId}</Row> : null}
        {isConnected ? <SecretRows channel={channel} /> : null}
        {isConnected ? (
          <Row term={t("callbackUrl")}>
            <CopyField label={t("callbackUrl")} value={callbackUrl} />
          </Row>
        ) : null}
        {verifyToken ? (
          <Row term={t("verifyToken")}>
            <CopyField label={t("verifyToken")} value={verifyToken} />
          </Row>
        ) : null}
        {source === "settings" && isConnected && connectedBy && connectedAt ? (
          <Row term={t("by")}>
            {t.rich("byWhom", { name: connectedBy, when: () => <Moment at={connectedAt} as="list" /> })}
          </Row>
        ) : null}
        {channel.disconnectedAt ? (
          <Row term={t("disconnectedAt")}>
            <Moment at={channel.disconnectedAt} as="list" />
          </Row>
        ) : null}
      </dl>
      <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {result ? <FoundList found={result.found} apps={result.apps} /> : null}
        {subscribed.data !== undefined ? <p className="text-sm text-done">{t("subscribedNow")}</p> : null}
      </div>
      <ProblemLine failure={tested.failure ?? subscribed.failure} />
      <div className="flex flex-wrap items-center gap-2">
        {isConnected ? (
          <>
            <Button size="sm" isBusy={tested.isBusy} onClick={() => tested.call({ channelId })}>
              {t("test")}
            </Button>
            <Button size="sm" isBusy={subscribed.isBusy} onClick={() => subscribed.call({ channelId })}>
              {t("subscribe")}
            </Button>
          </>
        ) : null}
        <ChannelActions name={name} channel={channel} origin={origin} />
      </div>
    </section>
  );
}
