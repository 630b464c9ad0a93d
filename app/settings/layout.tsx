import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/app-shell/app-shell";
import { SettingsNav } from "@/components/settings/settings-nav";
import { can } from "@/lib/domain/permissions";
import { paths } from "@/lib/paths";
import { requirePage } from "@/lib/server/page/require-page";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor, member } = await requirePage("session.manage-own");
  const t = await getTranslations("settings");
  const links = [
    { href: paths.settings.account(), label: t("account.title") },
    ...(can(actor, "channel.read") ? [{ href: paths.settings.channels(), label: t("channels.title") }] : []),
    ...(can(actor, "member.manage") ? [{ href: paths.settings.team(), label: t("team.title") }] : []),
  ];
  return (
    <AppShell member={member} namespaces={["auth", "settings"]}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 p-4 wide:flex-row wide:gap-10 wide:p-8">
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
