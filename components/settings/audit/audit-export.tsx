import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/paths";

type Filter = Parameters<typeof paths.api.audit>[0];

/** Takes the filtered list away as a file. Plain forms: the browser saves what comes. */
export function AuditExport({ filter }: { filter: Filter }) {
  const t = useTranslations("settings.audit.export");
  return (
    <div className="flex flex-wrap items-center gap-2">
      {(["csv", "jsonl"] as const).map((format) => (
        <form key={format} method="post" action={paths.api.auditExport({ ...filter, format })}>
          <Button type="submit" size="sm" title={t("hint")}>
            {t(format)}
          </Button>
        </form>
      ))}
    </div>
  );
}
