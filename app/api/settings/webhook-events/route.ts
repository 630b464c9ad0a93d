import { EventFilter } from "@/lib/domain/event-filter";
import { listEventRows } from "@/lib/inbox/read/list-event-rows";
import { defineRoute } from "@/lib/server/route/define-route";
import { PageQuery } from "@/lib/server/route/page-query";

export const GET = defineRoute({
  permission: "webhook-event.read",
  query: EventFilter.extend(PageQuery.shape),
  run: ({ actor, query: { cursor, limit, ...filter } }) => listEventRows(actor, filter, { cursor, limit }),
});
