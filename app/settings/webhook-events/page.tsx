import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventFilters } from "@/components/settings/webhook-events/event-filters";
import { EventsView } from "@/components/settings/webhook-events/events-view";
import { PAGE_ROWS } from "@/components/settings/webhook-events/page-rows";
import { EventFilter } from "@/lib/domain/event-filter";
import { can } from "@/lib/domain/permissions";
import { AppError } from "@/lib/domain/result";
import { listEventRows } from "@/lib/inbox/read/list-event-rows";
import { readLatestReplay } from "@/lib/inbox/replays/read-latest-replay";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.webhookEvents"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WebhookEventsPage({ searchParams }: Props) {
  const { actor } = await requirePage("webhook-event.read");
  const t = await getTranslations("settings.webhookEvents");
  // What an address says wrongly is left out rather than refused.
  const filter = EventFilter.catch({}).parse(await searchParams);
  const [first, latestReplay] = await Promise.all([
    listEventRows(actor, filter, { limit: PAGE_ROWS }),
    readLatestReplay(actor),
  ]);
  if (!first.ok) throw new AppError(first.error.code, first.error.message);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <p className="text-text-muted">{t("text")}</p>
      </div>
      <EventFilters filter={filter} />
      <EventsView
        key={JSON.stringify(filter)}
        filter={filter}
        first={first.data}
        latestReplay={latestReplay.ok ? latestReplay.data : null}
        mayReplay={can(actor, "webhook-event.replay")}
        mayReveal={can(actor, "webhook-event.reveal")}
      />
    </div>
  );
}
