"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { fullTime } from "@/components/inbox/say-time";
import type { AuditEntry } from "@/lib/domain/audit";
import type { AuditPageQuery } from "@/lib/domain/audit-filter";
import { hrefOf } from "./audit-filters";

type Props = { entry: AuditEntry; filter: AuditPageQuery };

/** All that is recorded of an entry, and ways to more like it. */
export function AuditDetails({ entry, filter }: Props) {
  const t = useTranslations("settings.audit.details");
  const reader = useReader();
  const { at, actor, action, subject, from, detail } = entry;
  const recorded = Object.entries(detail).filter(([, value]) => value !== null);
  const facts = [
    { name: t("when"), value: fullTime(at, reader) },
    { name: t("address"), value: from?.address ?? t("noAddress") },
    ...(from?.userAgent ? [{ name: t("userAgent"), value: from.userAgent }] : []),
    { name: t("action"), value: action },
    { name: t("reference"), value: subject.id },
    ...(recorded.length > 0
      ? [{ name: t("recorded"), value: recorded.map(([key, value]) => `${key}: ${value}`).join(" · ") }]
      : []),
  ];
  const links = [
    { label: t("sameSubject"), href: hrefOf({ about: [subject.id] }) },
    { label: t("sameActor", { actor: actor.name }), href: hrefOf({ ...filter, who: actor.id }) },
    { label: t("sameAction"), href: hrefOf({ ...filter, what: action }) },
  ];
  return (
    <div className="flex flex-col gap-3 px-1 pt-1 pb-4 text-sm">
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 max-wide:grid-cols-1">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-text-muted">{name}</dt>
            <dd className="min-w-0 wrap-anywhere select-text max-wide:mb-2">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {links.map(({ label, href }) => (
          <Link
            key={label}
            href={href}
            scroll={false}
            prefetch={false}
            className="text-accent underline underline-offset-2 max-wide:py-2"
          >
            {label}
          </Link>
        ))}
      </p>
    </div>
  );
}
