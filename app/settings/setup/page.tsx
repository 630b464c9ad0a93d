import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SetupCheck } from "@/components/settings/setup/setup-check";
import { readReport } from "@/lib/inbox/doctor/read-report";
import { knownChannels } from "@/lib/server/doctor/known-channels";
import { pageVoice } from "@/lib/server/doctor/page-voice";
import { sayLine } from "@/lib/server/doctor/say-line";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.setup"))("title") };
}

export default async function SetupPage() {
  const { actor } = await requirePage("setup.read");
  const [report, voice, channels] = await Promise.all([readReport(actor), pageVoice(), knownChannels()]);
  const { results, checkedAt } = report.ok ? report.data : { results: [], checkedAt: null };
  const lines = results.flatMap((result) => sayLine(result, voice, channels) ?? []);
  return <SetupCheck lines={lines} checkedAt={checkedAt} />;
}
