"use client";
import { useTranslations } from "next-intl";
import { SecretDialog } from "../secret-dialog";

type Props = { name: string; secret: string; onClose: () => void };

/** A signing secret, shown this once. */
export function WebhookSecret({ name, secret, onClose }: Props) {
  const t = useTranslations("settings.webhooks");
  return (
    <SecretDialog
      title={t("secretTitle", { name })}
      text={t("secretText")}
      label={t("secretLabel")}
      secret={secret}
      onClose={onClose}
    />
  );
}
