import { endpoints } from "@/lib/domain/api/endpoints";
import { toApiWebhookEvent } from "@/lib/domain/api/webhook-event";
import { ok } from "@/lib/domain/result";
import { listWebhookEvents } from "@/lib/inbox/read/list-webhook-events";
import { defineApiRoute } from "@/lib/server/api/define-api-route";

export const GET = defineApiRoute(endpoints.listWebhookEvents, async ({ query }) => {
  const page = await listWebhookEvents({
    state: query.state ?? null,
    cursor: query.cursor ?? null,
    limit: query.limit,
  });
  if (!page.ok) return page;
  return ok({ data: page.data.items.map(toApiWebhookEvent), nextCursor: page.data.nextCursor });
});
