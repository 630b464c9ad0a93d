"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/paths";
import type { Made } from "./connect-form";
import { CopyField } from "./copy-field";
import { webhookFields } from "./kind";
import { Row } from "./row";

type Props = { made: Made; origin: string; onNext: () => void };

/** What goes into Meta's webhook settings, to copy. */
export function WebhookStep({ made, origin, onNext }: Props) {
  const t = useTranslations("settings.channels");
  const first = useRef<HTMLParagraphElement>(null);
  useEffect(() => first.current?.focus(), []);
  const type = made.kind === "whatsapp" ? "whatsapp" : "instagram";
  const { name, username, displayPhone } = made.found;
  return (
    <div className="flex flex-col gap-4">
      <p ref={first} tabIndex={-1} role="status" className="text-done outline-none">
        {t("connect.connectedName", { name: name ?? username ?? displayPhone ?? made.channelId })}
      </p>
      <p>{t(`connect.webhookText.${type}`)}</p>
      <dl className="grid grid-cols-1 items-baseline gap-x-6 gap-y-2 text-sm wide:grid-cols-[auto_1fr]">
        <Row term={t("connection.callbackUrl")}>
          <CopyField
            label={t("connection.callbackUrl")}
            value={new URL(paths.metaWebhook(type), origin).href}
          />
        </Row>
        <Row term={t("connection.verifyToken")}>
          <CopyField label={t("connection.verifyToken")} value={made.verifyToken} />
        </Row>
      </dl>
      <div className="flex flex-col gap-1 text-sm">
        <p>{t("connect.webhookFields")}</p>
        <p dir="ltr" className="font-mono text-xs text-text-muted">
          {webhookFields[type].join(", ")}
        </p>
      </div>
      <p className="text-sm text-text-muted">{t("connect.webhookOnce")}</p>
      <Button variant="primary" className="self-end" onClick={onNext}>
        {t("connect.next")}
      </Button>
    </div>
  );
}
