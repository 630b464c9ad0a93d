import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GeneralForm } from "@/components/settings/general/general-form";
import { readGeneralSettings } from "@/lib/inbox/workspace/read-general-settings";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.general"))("title") };
}

export default async function GeneralPage() {
  await requirePage("settings.manage");
  const t = await getTranslations("settings.general");
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <p className="text-text-muted">{t("text")}</p>
      </div>
      <GeneralForm settings={await readGeneralSettings()} />
    </div>
  );
}
