import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventActions } from "@/components/settings/webhook-events/event-actions";
import { EventBody } from "@/components/settings/webhook-events/event-body";
import { EventFacts } from "@/components/settings/webhook-events/event-facts";
import { EventItems } from "@/components/settings/webhook-events/event-items";
import { EventState } from "@/components/settings/webhook-events/event-state";
import { can } from "@/lib/domain/permissions";
import { readEventDetails } from "@/lib/inbox/read/read-event-details";
import { paths } from "@/lib/paths";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.webhookEvents"))("details.title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function WebhookEventPage({ params }: Props) {
  const { actor } = await requirePage("webhook-event.read");
  const { id } = await params;
  const t = await getTranslations("settings.webhookEvents.details");
  const details = await readEventDetails(actor, decodeURIComponent(id));
  if (!details.ok) notFound();
  const { event, body } = details.data;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-1">
        <Link
          href={paths.settings.webhookEvents()}
          className="self-start text-sm text-text-muted hover:text-text max-wide:hidden"
        >
          {t("back")}
        </Link>
        <div className="flex items-center gap-3">
          <h1 className="text-xl font-semibold">{t("title")}</h1>
          <EventState state={event.state} />
        </div>
      </div>
      {can(actor, "webhook-event.replay") ? <EventActions id={event.id} /> : null}
      <EventFacts event={event} />
      <section aria-labelledby="event-items" className="flex flex-col gap-2">
        <h2 id="event-items" className="text-lg font-semibold">
          {t("items")}
        </h2>
        <EventItems items={event.items} />
      </section>
      <section aria-labelledby="event-body" className="flex flex-col gap-2">
        <h2 id="event-body" className="text-lg font-semibold">
          {t("body")}
        </h2>
        <EventBody id={event.id} masked={body} mayReveal={can(actor, "webhook-event.reveal")} />
      </section>
    </div>
  );
}
