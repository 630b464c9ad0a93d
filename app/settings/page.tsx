import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenFirstPage } from "@/components/settings/open-first-page";
import { settingsLinks } from "@/components/settings/settings-links";
import { can } from "@/lib/domain/permissions";
import { paths } from "@/lib/paths";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** The list of pages, which the layout draws; a wide screen goes on to the first of them. */
export default async function SettingsPage() {
  const { actor } = await requirePage("session.manage-own");
  const first = settingsLinks.find(({ permission }) => can(actor, permission));
  return <OpenFirstPage href={first?.href ?? paths.home()} />;
}
