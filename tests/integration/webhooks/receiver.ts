import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import type { WebhookPayload } from "@/lib/domain/api/webhook-payload";
import type { Actor } from "@/lib/domain/member";
import { type WebhookChoice, webhookEventTypes } from "@/lib/domain/webhook-subscription";
import { forgetEnv } from "@/lib/env";
import { createCollector } from "@/lib/inbox/webhooks/collect";
import { createWebhook } from "@/lib/inbox/webhooks/create";
import { createPoster } from "@/lib/inbox/webhooks/post";
import { createSender } from "@/lib/inbox/webhooks/sender";
import { webhookDeliveries } from "@/lib/store/webhook-deliveries";
import { activeSubscriptions, webhookSubscriptions } from "@/lib/store/webhook-subscriptions";
import { got } from "../auth/support/people";
import { whatsappBody, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { useWorld } from "../support/world";

export const admin: Actor = { kind: "member", id: "ada", name: "Ada", role: "admin" };
export const agent: Actor = { kind: "member", id: "ben", name: "Ben", role: "agent" };

export type Received = { path: string; headers: Record<string, string>; body: string; json: WebhookPayload };
type Answer = { status: number; headers?: Record<string, string> };

/** An integrator's server. It answers 204 unless a test says otherwise. */
export class Receiver {
  received: Received[] = [];
  answer: (path: string, nth: number) => Answer | Promise<Answer> = () => ({ status: 204 });
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const body = Buffer.concat(chunks).toString("utf8");
      const headers = request.headers as Record<string, string>;
      const path = request.url ?? "";
      this.received.push({ path, headers, body, json: body ? JSON.parse(body) : null });
      const { status, headers: more } = await this.answer(path, this.received.length);
      response
        .writeHead(status, more)
        .end(status === 204 ? undefined : "an answer that is nobody's business");
    });
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  url(path = "/hook"): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  reset(): void {
    this.received = [];
    this.answer = () => ({ status: 204 });
  }

  types(): string[] {
    return this.received.map(({ json }) => json.type);
  }
}

/** A world with a receiver, in which webhooks may go to this machine. */
export function useReceiver(name: string): Receiver {
  const receiver = new Receiver();
  useWorld(name);
  Object.assign(process.env, {
    CREDENTIALS_KEY: randomBytes(32).toString("base64"),
    PARLEY_WEBHOOKS_TO_LOOPBACK: "1",
  });
  forgetEnv();
  beforeAll(() => receiver.start());
  afterAll(() => receiver.stop());
  return receiver;
}

/** A subscription to everything, from a minute ago on: fixtures' times are whole seconds. */
export async function subscribe(url: string, changes: Partial<WebhookChoice> = {}) {
  const choice = { name: "Shop", url, events: [...webhookEventTypes], channelIds: null, ...changes };
  return got(await createWebhook(admin, choice));
}

/** Takes out every subscription and delivery. */
export async function unsubscribeAll(): Promise<void> {
  for (const rows of [await webhookSubscriptions().get(), await webhookDeliveries().get()]) {
    await Promise.all(rows.docs.map(({ ref }) => ref.delete()));
  }
}

/** A process that works webhooks out and sends them; several may work on the same store. */
export function worker(options: { now?: () => number; timeoutMs?: number } = {}) {
  const { now = Date.now, timeoutMs } = options;
  const collector = createCollector();
  const { post } = createPoster({ isLoopbackAllowed: true, timeoutMs });
  const sender = createSender({ post, concurrency: 4, now, random: () => 0.5 });
  const collect = async () => collector.collect(await activeSubscriptions(), now());
  const send = async () => {
    await Promise.all((await activeSubscriptions()).map(({ id }) => sender.kick(id)));
  };
  return {
    collect,
    send,
    kick: sender.kick,
    run: async () => {
      await collect();
      await send();
    },
  };
}

export const deliveries = async () =>
  (await webhookDeliveries().get()).docs.map((document) => document.data());

/** Unix seconds, for what Meta says of the time. */
export const seconds = () => Math.floor(Date.now() / 1000);

let count = 0;
/** A customer writes, and the webhooks that this makes are worked out. */
export async function somethingHappens(): Promise<void> {
  count += 1;
  const person = { waId: `49151100${1000 + count}`, name: "Ada" };
  await deliver("whatsapp", whatsappBody(whatsappText(`wamid.D${count}`, seconds(), "Hello", person)));
  await worker().collect();
}
