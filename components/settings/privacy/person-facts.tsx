import { useTranslations } from "next-intl";
import type { Contact } from "@/lib/domain/contact";

/** What Meta and the business call somebody. */
export function PersonFacts({ contact }: { contact: Contact }) {
  const t = useTranslations("settings.privacy");
  const { bookName, name, username, phone, identities } = contact;
  const facts = [
    { term: t("facts.bookName"), value: bookName?.name },
    { term: t("facts.name"), value: name },
    { term: t("facts.username"), value: username && `@${username}` },
    { term: t("facts.phone"), value: phone && `+${phone}` },
    ...identities.map(({ kind, value }) => ({ term: t(`identities.${kind}`), value })),
  ].filter(({ value }) => value);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
      {facts.map(({ term, value }) => (
        <div key={`${term} ${value}`} className="contents">
          <dt className="text-text-muted">{term}</dt>
          <dd className="min-w-0 break-words">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
