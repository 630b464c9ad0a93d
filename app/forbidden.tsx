import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/paths";

export default async function ForbiddenPage() {
  const t = await getTranslations("auth.forbidden");
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-3 p-6 text-center">
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <p className="max-w-96 text-text-muted">{t("text")}</p>
      <Link href={paths.home()} className={buttonClass("primary")}>
        {t("action")}
      </Link>
    </main>
  );
}
