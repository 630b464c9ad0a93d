"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "@/components/inbox/moment";
import type { WebhookSummary } from "@/lib/domain/webhook-subscription";
import { paths } from "@/lib/paths";
import type { ChannelChoice } from "../channels-field";
import { channelNames } from "./channel-names";
import { WebhookState } from "./webhook-state";

type Props = { webhook: WebhookSummary; channels: readonly ChannelChoice[] };

/** One webhook in the list; it leads to its log. */
export function WebhookRow({ webhook, channels }: Props) {
  const t = useTranslations("settings.webhooks");
  const { id, name, url, events, lastSuccessAt, disabledReason } = webhook;
  return (
    <li>
      <Link href={paths.settings.webhook(id)} className="block rounded-control py-3 hover:bg-surface-sunken">
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate font-medium">{name}</span>
          <WebhookState webhook={webhook} />
        </span>
        <span dir="ltr" className="block truncate text-start font-mono text-sm text-text-muted">
          {url}
        </span>
        {disabledReason === null ? null : (
          <span className="block text-sm text-danger">
            {t(disabledReason === "gone" ? "goneText" : "stoppedText")}
          </span>
        )}
        <span className="flex flex-wrap gap-x-4 text-sm text-text-muted">
          <span>{t("hears", { count: events.length })}</span>
          <span>{channelNames(webhook, channels) ?? t("allChannels")}</span>
          <span>
            {lastSuccessAt === null
              ? t("neverSent")
              : t.rich("lastSuccess", { when: () => <Moment at={lastSuccessAt} as="list" /> })}
          </span>
        </span>
      </Link>
    </li>
  );
}
