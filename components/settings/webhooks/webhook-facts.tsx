"use client";
import { useTranslations } from "next-intl";
import { Moment } from "@/components/inbox/moment";
import type { WebhookSummary } from "@/lib/domain/webhook-subscription";
import type { ChannelChoice } from "../channels-field";
import { channelNames } from "./channel-names";
import { WebhookState } from "./webhook-state";

type Props = { webhook: WebhookSummary; channels: readonly ChannelChoice[] };

/** What a webhook is, and what is the matter with it. */
export function WebhookFacts({ webhook, channels }: Props) {
  const t = useTranslations("settings.webhooks");
  const { name, url, events, oldSecretUntil } = webhook;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="text-xl font-semibold">{name}</h1>
        <WebhookState webhook={webhook} />
      </div>
      <p dir="ltr" className="text-start font-mono text-sm break-all text-text-muted">
        {url}
      </p>
      <p className="text-sm text-text-muted">
        {[
          ...events.map((event) => t(`told.${event}`)),
          channelNames(webhook, channels) ?? t("allChannels"),
        ].join(" · ")}
      </p>
      <Trouble webhook={webhook} />
      {oldSecretUntil === null ? null : <OldSecret until={oldSecretUntil} />}
    </div>
  );
}

function Trouble({ webhook }: Pick<Props, "webhook">) {
  const t = useTranslations("settings.webhooks");
  const { isActive, disabledReason, failingSince } = webhook;
  if (!isActive && disabledReason === null) {
    return <p className="rounded-control bg-surface-sunken px-3 py-2 text-sm">{t("pausedText")}</p>;
  }
  if (!isActive) {
    return (
      <p role="alert" className="rounded-control bg-danger-soft px-3 py-2 text-sm">
        {t(disabledReason === "gone" ? "goneText" : "stoppedText")}
      </p>
    );
  }
  if (failingSince === null) return null;
  return (
    <p className="rounded-control bg-soon-soft px-3 py-2 text-sm">
      {t.rich("failingSince", { when: () => <Moment at={failingSince} as="list" /> })}
    </p>
  );
}

function OldSecret({ until }: { until: number }) {
  const t = useTranslations("settings.webhooks");
  return (
    <p className="text-sm text-text-muted">
      {t.rich("oldSecretText", { when: () => <Moment at={until} as="clock" /> })}
    </p>
  );
}
