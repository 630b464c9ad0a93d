import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ThreadSlot } from "@/components/thread/thread-slot";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

export default async function InboxPage() {
  await requirePage("inbox.read");
  return <ThreadSlot fallback={null} />;
}
