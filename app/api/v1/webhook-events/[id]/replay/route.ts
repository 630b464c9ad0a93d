import { endpoints } from "@/lib/domain/api/endpoints";
import { toApiWebhookEvent } from "@/lib/domain/api/webhook-event";
import { ok } from "@/lib/domain/result";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { defineApiRoute } from "@/lib/server/api/define-api-route";

export const POST = defineApiRoute(endpoints.replayWebhookEvent, async ({ actor, params }) => {
  const replayed = await replayWebhookEvent(actor, params.id);
  return replayed.ok ? ok(toApiWebhookEvent(replayed.data.event)) : replayed;
});
