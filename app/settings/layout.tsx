import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/app-shell/app-shell";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { settingsLinks } from "@/components/settings/settings-links";
import { can } from "@/lib/domain/permissions";
import { countFailing } from "@/lib/inbox/doctor/count-failing";
import { requirePage } from "@/lib/server/page/require-page";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await requirePage("session.manage-own");
  const t = await getTranslations("settings");
  const failing = await countFailing(actor);
  const links = settingsLinks
    .filter(({ permission }) => can(actor, permission))
    .map(({ href, name, group }) => ({
      href,
      label: t(`pages.${name}`),
      group: t(`groups.${group}`),
      note: name === "setup" && failing > 0 ? t("setup.summary.needsYou", { count: failing }) : null,
    }));
  return (
    <AppShell actor={actor} namespaces={["auth", "settings"]}>
      <SettingsFrame title={t("title")} navLabel={t("nav")} links={links}>
        {children}
      </SettingsFrame>
    </AppShell>
  );
}
