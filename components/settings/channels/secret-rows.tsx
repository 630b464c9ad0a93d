"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { ManagedChannel } from "@/lib/inbox/read/list-managed-channels";
import { Row } from "./row";

/** What is kept of the secrets, as much as may be seen: how they end, and until when the token works. */
export function SecretRows({ channel }: { channel: ManagedChannel }) {
  const t = useTranslations("settings.channels.connection");
  const format = useFormatter();
  const { token, appSecrets, tokenExpiresAt } = channel;
  if (!token) return null;
  const ending = (hint: string | null) => (hint ? t("ending", { hint }) : t("hidden"));
  const until =
    tokenExpiresAt === null
      ? null
      : t("until", { when: format.dateTime(tokenExpiresAt, { dateStyle: "long" }) });
  return (
    <>
      <Row term={t("token")}>
        {token.isReadable ? (
          [ending(token.hint), until].filter(Boolean).join(" · ")
        ) : (
          <span className="text-danger">{t("unreadable")}</span>
        )}
      </Row>
      <Row term={t("appSecrets", { count: appSecrets.length })}>
        {format.list(appSecrets.map(({ hint }) => ending(hint)))}
      </Row>
    </>
  );
}
