import { z } from "zod";
import { DeliveryState } from "@/lib/domain/webhook-delivery";
import { listDeliveries } from "@/lib/inbox/webhooks/list-deliveries";
import { defineRoute } from "@/lib/server/route/define-route";
import { PageQuery } from "@/lib/server/route/page-query";

/** What a webhook was sent, newest first. */
export const GET = defineRoute({
  permission: "webhook.manage",
  params: z.object({ id: z.string().regex(/^\w{1,40}$/) }),
  query: PageQuery.extend({ state: DeliveryState.optional() }),
  run: ({ actor, params, query }) =>
    listDeliveries(actor, {
      subscriptionId: params.id,
      state: query.state ?? null,
      cursor: query.cursor ?? null,
      limit: query.limit,
    }),
});
