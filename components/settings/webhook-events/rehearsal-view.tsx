"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Rehearsal, RehearsedDocument } from "@/lib/domain/rehearsal";
import { paths } from "@/lib/paths";

const tones = { created: "done", changed: "soon", deleted: "danger" } as const;

/** What a replay would change: which records, by the names of their fields, and what would go out. */
export function RehearsalView({ plan }: { plan: Rehearsal }) {
  const t = useTranslations("settings.webhookEvents.rehearsal");
  const failed = plan.items.filter(({ outcome }) => outcome === "failed").length;
  const count = plan.documents.length + plan.moreDocuments;
  const lines = [
    ...(failed > 0 ? [t("fails", { count: failed })] : []),
    ...(plan.sends > 0 ? [t("sends", { count: plan.sends })] : []),
    ...(plan.downloads > 0 ? [t("downloads", { count: plan.downloads })] : []),
    ...(plan.merges > 0 ? [t("merges", { count: plan.merges })] : []),
    ...(plan.unchanged > 0 ? [t("unchanged", { count: plan.unchanged })] : []),
  ];
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 rounded-control bg-surface-sunken p-3">
      <h2 className="font-medium">{t("title")}</h2>
      <p role="status" className="text-sm">
        {count === 0 && failed === 0 ? t("nothing") : t("documents", { count })}
      </p>
      {plan.documents.length > 0 ? (
        <ul className="divide-y divide-border">
          {plan.documents.map((document, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a plan is shown once and never reordered.
            <Document key={at} document={document} />
          ))}
        </ul>
      ) : null}
      {plan.moreDocuments > 0 ? <p className="text-sm">{t("more", { count: plan.moreDocuments })}</p> : null}
      <ul className="text-sm text-text-muted">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Document({ document: { kind, change, fields, conversationId } }: { document: RehearsedDocument }) {
  const t = useTranslations("settings.webhookEvents.rehearsal");
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 py-1.5 text-sm">
      <span className="font-medium">{t(`kinds.${kind}`)}</span>
      <Badge tone={tones[change]}>{t(`changes.${change}`)}</Badge>
      {conversationId && change !== "created" ? (
        <Link href={paths.conversation(conversationId)} prefetch={false} className="text-accent underline">
          {t("open")}
        </Link>
      ) : null}
      {change === "changed" ? (
        <span className="w-full [overflow-wrap:anywhere] text-text-muted">
          {t("fields", { fields: fields.join(", ") })}
        </span>
      ) : null}
    </li>
  );
}
