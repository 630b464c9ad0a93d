import { useTranslations } from "next-intl";
import { ApiScope } from "@/lib/domain/member";
import { ScopeBadges } from "./scope-badges";

/** The key that stands in the environment: it is changed there, not here. */
export function EnvironmentKey() {
  const t = useTranslations("settings.apiKeys");
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t("environment")}</span>
        <ScopeBadges scopes={ApiScope.options} />
      </p>
      <p className="text-sm text-text-muted">{t("environmentText")}</p>
    </li>
  );
}
