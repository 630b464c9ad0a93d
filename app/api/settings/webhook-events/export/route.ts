import { EventFilter } from "@/lib/domain/event-filter";
import { exportWebhookEvents } from "@/lib/inbox/read/export-webhook-events";
import { defineRoute } from "@/lib/server/route/define-route";
import { jsonLinesFile } from "@/lib/server/route/json-lines-file";

export const GET = defineRoute({
  permission: "webhook-event.read",
  query: EventFilter,
  run: async ({ actor, query }) => {
    const lines = await exportWebhookEvents(actor, query, { withContent: false });
    return lines.ok ? jsonLinesFile("webhook-events", lines.data) : lines;
  },
});

/** With what people wrote: a POST of our own page, as it leaves an audit entry that no other site may cause. */
export const POST = defineRoute({
  permission: "webhook-event.reveal",
  isWrite: true,
  query: EventFilter,
  run: async ({ actor, query }) => {
    const lines = await exportWebhookEvents(actor, query, { withContent: true });
    return lines.ok ? jsonLinesFile("webhook-events-with-content", lines.data) : lines;
  },
});
