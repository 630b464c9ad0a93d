import { useTranslations } from "next-intl";
import { CopyField } from "./copy-field";

/** Why nothing can be connected, and the one command that makes it possible. */
export function NoKey() {
  const t = useTranslations("settings.channels");
  const command = "openssl rand -base64 32";
  return (
    <section className="flex flex-col gap-1 rounded-control bg-soon-soft p-3 text-sm">
      <h2 className="font-medium">{t("noKeyTitle")}</h2>
      <p>{t("noKey")}</p>
      <CopyField label={command} value={command} />
    </section>
  );
}
