import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ApiScope } from "@/lib/domain/member";

export function ScopeBadges({ scopes }: { scopes: readonly ApiScope[] }) {
  const t = useTranslations("settings.apiKeys.scope");
  return (
    <span className="flex gap-1">
      {scopes.map((scope) => (
        <Badge key={scope}>{t(scope)}</Badge>
      ))}
    </span>
  );
}
