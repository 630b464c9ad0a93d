import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ulid } from "ulid";
import { afterAll, beforeAll } from "vitest";
import type { Actor } from "@/lib/domain/member";
import type { Message } from "@/lib/domain/message";
import { forgetEnv } from "@/lib/env";
import { createDispatcher, type Dispatcher } from "@/lib/inbox/outbound/dispatcher";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { createRateLimits } from "@/lib/inbox/outbound/rate-limits";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { type Simulator, startSimulator } from "@/simulator/start";
import { post, settled } from "../support/deliver";
import { appSecret } from "../support/signed-request";
import { ids, instagramChannelId, whatsappChannelId } from "../support/world";

export const agent: Actor = { kind: "member", id: "agent-1", name: "Ada", role: "agent" };
export const viewer: Actor = { kind: "member", id: "viewer-1", name: "Vic", role: "viewer" };

const tokens = { whatsapp: "test-whatsapp-token", instagram: "test-instagram-token" };

/** A stand-in for Meta for one test file, and the app's webhook routes on a port for it to post to. */
export function useStandIn(): void {
  let app: Server;
  beforeAll(async () => {
    app = createServer((request, response) => {
      void answer(request).then(async (answered) => {
        response.writeHead(answered.status).end(await answered.text());
      });
    });
    await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
    simulator = await startSimulator({
      appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}`,
      appSecret,
      whatsapp: {
        phoneNumberId: ids.phoneNumberId,
        wabaId: ids.wabaId,
        displayPhone: ids.displayPhone,
        token: tokens.whatsapp,
      },
      instagram: { accountId: ids.accountId, pageId: ids.pageId, token: tokens.instagram },
      delivery: { sentDelayMs: 0, deliveredDelayMs: 0, readDelayMs: 0 },
    });
    setEnv({ META_GRAPH_BASE_URL: simulator.url });
    setEnv({ WHATSAPP_ACCESS_TOKEN: tokens.whatsapp, INSTAGRAM_ACCESS_TOKEN: tokens.instagram });
  });
  afterAll(async () => {
    await calm();
    await simulator.stop();
    app.closeAllConnections();
    await new Promise((resolve) => app.close(resolve));
  });
}

export function setEnv(values: Record<string, string>): void {
  Object.assign(process.env, values);
  forgetEnv();
}

/** Calls the stand-in's control API. */
export async function control<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${simulator.url}/sim/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { "content-type": "application/json" },
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Resolves when every webhook has been taken in and worked off. */
export async function calm(): Promise<void> {
  await control("POST", "flush", { timeoutMs: 20_000, isHurried: true });
  await settled();
}

/** A customer who has just written, and the thread it made here. */
export async function customer(
  channel: "whatsapp" | "instagram",
  details: Record<string, unknown> = {},
): Promise<{ id: string; conversationId: string }> {
  people += 1;
  const identity = details.username || channel === "instagram" ? {} : { phone: `+1555010${1000 + people}` };
  const made = await control<{ id: string }>("POST", "customers", {
    channel,
    name: `Customer ${people}`,
    isChatOpen: true,
    ...identity,
    ...details,
  });
  await control("POST", `customers/${made.id}/messages`, { kind: "text", text: "Hello" });
  await calm();
  const channelId = channel === "whatsapp" ? whatsappChannelId : instagramChannelId;
  const threads = await conversations().where("channelId", "==", channelId).get();
  const newest = threads.docs.map((doc) => doc.data()).sort((a, b) => b.createdAt - a.createdAt)[0];
  if (!newest) throw new Error("The customer's message made no conversation");
  return { id: made.id, conversationId: newest.id };
}

type OnPhone = { text: string | null; from: "customer" | "business"; providerMessageId: string };

/** The texts from us on a customer's phone, oldest first. */
export async function textsOnPhone(customerId: string): Promise<string[]> {
  const { items } = await control<{ items: OnPhone[] }>("GET", `customers/${customerId}/messages`);
  return items.filter(({ from }) => from === "business").map(({ text }) => text ?? "");
}

export async function queueText(conversationId: string, text: string, messageId = ulid()): Promise<Message> {
  const queued = await enqueueMessage({
    actor: agent,
    conversationId,
    messageId,
    content: { kind: "text", text },
  });
  if (!queued.ok) throw new Error(`${queued.error.code}: ${queued.error.message}`);
  return queued.data;
}

export async function readMessage(conversationId: string, id: string): Promise<Message> {
  const message = (await messagesOf(conversationId).doc(id).get()).data();
  if (!message) throw new Error("The message is not there");
  return message;
}

export const clock = {
  aheadMs: 0,
  stoppedAt: null as number | null,
  now: () => (clock.stoppedAt ?? Date.now()) + clock.aheadMs,
};

/** A process that sends; several may work on the same store. */
export function sender(name = "one", perSecond = 80): Dispatcher {
  return createDispatcher({
    owner: name,
    limits: createRateLimits({ perSecond }),
    concurrency: 16,
    hasTimers: false,
    sweepPatienceMs: 20_000,
    now: clock.now,
    random: () => 0.5,
  });
}

let simulator: Simulator;
let people = 0;

async function answer(request: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const channel = request.url?.includes("instagram") ? "instagram" : "whatsapp";
  return post(
    channel,
    new Request(`http://127.0.0.1${request.url}`, {
      method: "POST",
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    }),
  );
}
