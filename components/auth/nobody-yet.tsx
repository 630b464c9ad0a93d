import { useTranslations } from "next-intl";

/** What the sign-in page says where nobody could sign in. */
export function NobodyYet() {
  const t = useTranslations("auth.nobodyYet");
  return (
    <div className="flex flex-col gap-2">
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <p className="text-text-muted">{t("text")}</p>
      <p className="text-text-muted">{t.rich("command", { code: (words) => <code>{words}</code> })}</p>
    </div>
  );
}
