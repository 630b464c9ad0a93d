import { z } from "zod";
import { ChannelType } from "../channel";
import { type WebhookEvent, WebhookEventState } from "../webhook-event";
import { IsoTime, ListQuery, toIso, toIsoOrNull } from "./shared";

export const WebhookEventListQuery = ListQuery.extend({ state: WebhookEventState.optional() });

export const ApiWebhookEvent = z
  .object({
    id: z.string(),
    channel: ChannelType,
    state: WebhookEventState,
    receivedAt: IsoTime,
    processedAt: IsoTime.nullable(),
    attempts: z.number().int(),
    items: z.array(
      z.object({
        index: z.number().int(),
        kind: z.string(),
        outcome: z.enum(["applied", "duplicate", "waiting", "ignored", "failed"]),
        error: z.string().nullable().meta({ description: "Why it was ignored or failed" }),
      }),
    ),
  })
  .meta({ id: "WebhookEvent" });
export type ApiWebhookEvent = z.infer<typeof ApiWebhookEvent>;

/** A webhook event as integrators see it: what became of it, never its content. */
export function toApiWebhookEvent(event: WebhookEvent): ApiWebhookEvent {
  return {
    id: event.id,
    channel: event.channel,
    state: event.state,
    receivedAt: toIso(event.receivedAt),
    processedAt: toIsoOrNull(event.processedAt),
    attempts: event.attempts,
    items: event.items.map(({ index, kind, outcome, error }) => ({ index, kind, outcome, error })),
  };
}
