"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { SubscribedApp } from "@/lib/channels/setup/subscribed-apps";
import type { ConnectionFound } from "@/lib/domain/channel-form";
import { Row } from "./row";
import { useChannelWords } from "./use-channel-words";

type Props = {
  found: ConnectionFound;
  /** Which apps get the webhooks; undefined: nobody asked, null: Meta did not say. */
  apps?: SubscribedApp[] | null;
};

/** What Meta says of a number or an account. */
export function FoundList({ found, apps }: Props) {
  const t = useTranslations("settings.channels.found");
  const say = useChannelWords();
  const format = useFormatter();
  const { name, displayPhone, username, quality, messagingLimit, templateCount, tokenExpiresAt } = found;
  const rows: [string, string | null][] = [
    [t("name"), name],
    [t("phone"), displayPhone],
    [t("username"), username && `@${username}`],
    [t("quality"), quality && say(quality)],
    [t("limit"), messagingLimit && say(messagingLimit)],
    [t("templates"), templateCount === null ? null : t("templateCount", { count: templateCount })],
    [
      t("token"),
      tokenExpiresAt === null
        ? t("tokenForever")
        : t("tokenUntil", { when: format.dateTime(tokenExpiresAt, { dateStyle: "long" }) }),
    ],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-1 rounded-control bg-surface-sunken p-3 text-sm">
      {rows.map(([term, value]) =>
        value === null ? null : (
          <Row key={term} term={term}>
            {value}
          </Row>
        ),
      )}
      {apps === undefined ? null : (
        <Row term={t("webhooks")}>
          <Apps apps={apps} />
        </Row>
      )}
    </dl>
  );
}

function Apps({ apps }: { apps: SubscribedApp[] | null }) {
  const t = useTranslations("settings.channels.found");
  const format = useFormatter();
  if (apps === null) return t("subscriptionUnknown");
  if (apps.length === 0) return <span className="text-danger">{t("notSubscribed")}</span>;
  const names = format.list(apps.map(({ id, name }) => name ?? id));
  const fields = [...new Set(apps.flatMap((app) => app.fields))];
  return fields.length > 0
    ? t("subscribedFields", { apps: names, fields: format.list(fields) })
    : t("subscribed", { apps: names });
}
