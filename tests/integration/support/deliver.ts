import { setImmediate } from "node:timers/promises";
import { POST as postInstagram } from "@/app/api/webhooks/instagram/route";
import { POST as postWhatsApp } from "@/app/api/webhooks/whatsapp/route";
import { webhookEventId } from "@/lib/domain/provider-keys";
import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { queueIsIdle } from "@/lib/inbox/ingest/queue";
import { webhookEvents } from "@/lib/store/webhook-events";
import { signedRequest } from "./signed-request";

type ChannelType = "whatsapp" | "instagram";

/** Posts a webhook through the front door. */
export function post(channel: ChannelType, request: Request): Promise<Response> {
  return channel === "whatsapp" ? postWhatsApp(request) : postInstagram(request);
}

/** Posts a signed webhook, waits until it is processed, and gives its event. Throws when the answer is not 200. */
export async function deliver(channel: ChannelType, body: unknown): Promise<WebhookEvent> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await post(channel, signedRequest(channel, text));
  if (response.status !== 200) throw new Error(`The webhook was answered ${response.status}`);
  await settled();
  const id = webhookEventId(channel, Buffer.from(text));
  const event = (await webhookEvents().doc(id).get()).data();
  if (!event) throw new Error("The webhook was not stored");
  return event;
}

/** Resolves when this process has nothing more to do for the webhooks it answered. */
export async function settled(): Promise<void> {
  await setImmediate();
  await setImmediate();
  await queueIsIdle();
}
