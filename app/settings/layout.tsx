import ArrowLeft from "lucide-react/icons/arrow-left";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/app-shell/client-messages";
import { SettingsNav } from "@/components/settings/settings-nav";
import { can } from "@/lib/domain/permissions";
import { paths } from "@/lib/paths";
import { requirePage } from "@/lib/server/page/require-page";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await requirePage("session.manage-own");
  const t = await getTranslations("settings");
  const links = [
    { href: paths.settings.account(), label: t("account.title") },
    ...(can(actor, "member.manage") ? [{ href: paths.settings.team(), label: t("team.title") }] : []),
  ];
  return (
    <ClientMessages namespaces={["ui", "pages", "errors", "auth", "settings"]}>
      <div className="mx-auto flex min-h-dvh w-full max-w-4xl flex-col gap-6 p-4 wide:p-8">
        <header className="flex items-center gap-4">
          <Link
            href={paths.inbox()}
            prefetch={false}
            className="inline-flex items-center gap-1 text-text-muted hover:text-text max-wide:min-h-11"
          >
            <ArrowLeft size={16} aria-hidden />
            {t("backToInbox")}
          </Link>
          <p className="text-lg font-semibold">{t("title")}</p>
        </header>
        <div className="flex flex-1 flex-col gap-6 wide:flex-row wide:gap-10">
          <SettingsNav label={t("nav")} links={links} />
          <main className="min-w-0 flex-1">{children}</main>
        </div>
      </div>
    </ClientMessages>
  );
}
