import { endpoints } from "@/lib/domain/api/endpoints";
import { toApiWebhookEvent } from "@/lib/domain/api/webhook-event";
import { fail, ok } from "@/lib/domain/result";
import { defineApiRoute } from "@/lib/server/api/define-api-route";
import { readWebhookEvent } from "@/lib/store/webhook-events";

export const GET = defineApiRoute(endpoints.getWebhookEvent, async ({ params }) => {
  const event = await readWebhookEvent(params.id);
  return event ? ok(toApiWebhookEvent(event)) : fail("not_found", "There is no webhook event with this id.");
});
