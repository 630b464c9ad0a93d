import { endpoints } from "@/lib/domain/api/endpoints";
import { toApiWebhookEvent } from "@/lib/domain/api/webhook-event";
import { fail, ok } from "@/lib/domain/result";
import { readWebhookEvent } from "@/lib/inbox/read/read-webhook-event";
import { defineApiRoute } from "@/lib/server/api/define-api-route";

export const GET = defineApiRoute(endpoints.getWebhookEvent, async ({ params }) => {
  const event = await readWebhookEvent(params.id);
  return event ? ok(toApiWebhookEvent(event)) : fail("not_found", "There is no webhook event with this id.");
});
