import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ConsentList } from "@/components/settings/privacy/consent-list";
import { EraseContact } from "@/components/settings/privacy/erase-contact";
import { ExportButton } from "@/components/settings/privacy/export-button";
import { OptOutButton } from "@/components/settings/privacy/opt-out-button";
import { PersonFacts } from "@/components/settings/privacy/person-facts";
import { ThreadList } from "@/components/settings/privacy/thread-list";
import { displayNameOf } from "@/lib/domain/contact";
import { readPerson } from "@/lib/inbox/privacy/read-person";
import { requirePage } from "@/lib/server/page/require-page";

type Props = { params: Promise<{ contactId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.privacy"))("person") };
}

export default async function PersonPage({ params }: Props) {
  const { actor } = await requirePage("privacy.manage");
  const person = await readPerson(actor, decodeURIComponent((await params).contactId));
  if (!person.ok) notFound();
  const { contact, threads, consents } = person.data;
  const [t, format] = await Promise.all([getTranslations("settings.privacy"), getFormatter()]);
  const name = displayNameOf(contact) ?? t("nameless");
  const since = format.dateTime(contact.createdAt, { dateStyle: "long" });
  const messages = threads.reduce((sum, thread) => sum + thread.messages, 0);
  const isOptedOut = contact.marketingOptOut?.isOptedOut ?? false;
  if (contact.erasingAt) return <p role="status">{t("beingErased")}</p>;
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold">
            <bdi>{name}</bdi>
          </h1>
          <p className="text-text-muted">{t("since", { date: since })}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ExportButton contactId={contact.id} />
          <EraseContact contactId={contact.id} name={name} messages={messages} threads={threads.length} />
        </div>
      </div>
      <PersonFacts contact={contact} />
      <ThreadList threads={threads} />
      <section aria-labelledby="consents" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="consents" className="text-lg font-semibold">
            {t("consents.title")}
          </h2>
          <OptOutButton contactId={contact.id} isOptedOut={isOptedOut} />
        </div>
        <p>{t(isOptedOut ? "consents.isOut" : "consents.isIn")}</p>
        <ConsentList consents={consents} />
      </section>
    </div>
  );
}
