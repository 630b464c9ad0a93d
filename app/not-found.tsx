import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button-class";

export default async function NotFoundPage() {
  const t = await getTranslations("pages.notFound");
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-3 p-6 text-center">
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <p className="max-w-96 text-text-muted">{t("text")}</p>
      <Link href="/" className={buttonClass("primary")}>
        {t("action")}
      </Link>
    </main>
  );
}
