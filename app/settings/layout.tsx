import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/app-shell/app-shell";
import { settingsLinks } from "@/components/settings/settings-links";
import { SettingsNav } from "@/components/settings/settings-nav";
import { can } from "@/lib/domain/permissions";
import { requirePage } from "@/lib/server/page/require-page";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor, member } = await requirePage("session.manage-own");
  const t = await getTranslations("settings");
  const links = settingsLinks
    .filter(({ permission }) => can(actor, permission))
    .map(({ href, name }) => ({ href, label: t(`pages.${name}`) }));
  return (
    <AppShell member={member} namespaces={["auth", "settings"]}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 p-4 wide:flex-row wide:gap-10 wide:p-8">
          <div className="flex shrink-0 flex-col gap-3 wide:w-44">
            <p className="text-lg font-semibold wide:px-3">{t("title")}</p>
            <SettingsNav label={t("nav")} links={links} />
          </div>
          <div className="min-w-0 flex-1">{children}</div>
        </div>
      </div>
    </AppShell>
  );
}
