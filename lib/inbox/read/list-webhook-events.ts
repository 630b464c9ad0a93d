import type { Result } from "@/lib/domain/result";
import type { WebhookEvent, WebhookEventState } from "@/lib/domain/webhook-event";
import { type Page, readPage } from "@/lib/store/read-page";
import { eventsWithoutBody } from "@/lib/store/webhook-events";

type Options = { state: WebhookEventState | null; cursor: string | null; limit: number };

/** Webhook events without their bodies, newest first; `state` leaves out all others. */
export function listWebhookEvents({ state, cursor, limit }: Options): Promise<Result<Page<WebhookEvent>>> {
  const query = state ? eventsWithoutBody().where("state", "==", state) : eventsWithoutBody();
  return readPage(query, { field: "receivedAt", cursor, limit });
}
