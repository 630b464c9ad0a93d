import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ErasureList } from "@/components/settings/privacy/erasure-list";
import { PersonSearch } from "@/components/settings/privacy/person-search";
import { RetentionForm } from "@/components/settings/privacy/retention-form";
import { latestErasures } from "@/lib/inbox/privacy/erasure-proof";
import { readRetention } from "@/lib/inbox/privacy/retention/read";
import { requirePage } from "@/lib/server/page/require-page";

const SHOWN = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("privacy") };
}

export default async function PrivacyPage() {
  await requirePage("privacy.manage");
  const t = await getTranslations("settings.privacy");
  const [erasures, { days }] = await Promise.all([latestErasures(SHOWN), readRetention()]);
  return (
    <div className="flex max-w-3xl flex-col gap-10">
      <div>
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <p className="text-text-muted">{t("text")}</p>
      </div>
      <section aria-labelledby="people" className="flex flex-col gap-3">
        <h2 id="people" className="text-lg font-semibold">
          {t("people")}
        </h2>
        <PersonSearch />
      </section>
      <section aria-labelledby="retention" className="flex flex-col gap-3">
        <h2 id="retention" className="text-lg font-semibold">
          {t("retention.title")}
        </h2>
        <p className="text-text-muted">{t("retention.text")}</p>
        <RetentionForm days={days} />
      </section>
      <section aria-labelledby="erasures" className="flex flex-col gap-3">
        <h2 id="erasures" className="text-lg font-semibold">
          {t("erasures")}
        </h2>
        <ErasureList erasures={erasures} none={t("noErasures")} />
      </section>
    </div>
  );
}
