import type { ChannelType } from "@/lib/domain/channel";
import { webhookEventId } from "@/lib/domain/provider-keys";
import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { createEvent } from "@/lib/store/create-event";
import { layOutEvent } from "@/lib/store/webhook-events";
import { whileAnswering } from "./ack-pressure";

/** How long the process that received an event has it for itself; then the sweep takes over. */
export const RECEIVER_LEASE_MS = 20_000;

const headersThatMatter = ["content-type", "user-agent", "x-hub-signature-256", "facebook-api-version"];

/**
 * Stores a webhook whose signature was checked. When this resolves, the event is committed and will be processed,
 * whatever becomes of this process. `isNew` is false for bytes that were stored before. Rejects when the store does
 * not answer. `receivedAt` in epoch ms.
 */
export async function receiveWebhook(webhook: {
  channel: ChannelType;
  rawBody: Uint8Array;
  headers: Headers;
  receivedAt: number;
}): Promise<{ id: string; isNew: boolean; event: WebhookEvent }> {
  const { channel, rawBody, headers, receivedAt } = webhook;
  const event: WebhookEvent = {
    id: webhookEventId(channel, rawBody),
    channel,
    state: "received",
    receivedAt,
    processedAt: null,
    attempts: 0,
    dueAt: receivedAt + RECEIVER_LEASE_MS,
    items: [],
    error: null,
    headers: pick(headers),
    bodyBytes: rawBody.byteLength,
  };
  const isNew = await whileAnswering(() => createEvent(layOutEvent(event, rawBody)));
  return { id: event.id, isNew, event };
}

function pick(headers: Headers): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of headersThatMatter) {
    const value = headers.get(name);
    if (value) kept[name] = value.slice(0, 300);
  }
  return kept;
}
