import { useFormatter, useTranslations } from "next-intl";
import type { Consent } from "@/lib/domain/consent";

/** Every word about marketing, newest first. */
export function ConsentList({ consents }: { consents: readonly Consent[] }) {
  const t = useTranslations("settings.privacy.consents");
  const format = useFormatter();
  if (consents.length === 0) return <p className="text-text-muted">{t("none")}</p>;
  return (
    <ol className="divide-y divide-border border-y border-border">
      {consents.map(({ id, at, isOptedOut, source, by, reason }) => (
        <li key={id} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
          <time dateTime={new Date(at).toISOString()} className="text-text-muted tabular-nums">
            {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
          </time>
          <span className="min-w-0 flex-1 basis-72">
            {t(`${isOptedOut ? "out" : "in"}.${source}`, { name: by?.name ?? "" })}
            {reason ? <span className="block text-text-muted">{reason}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
