import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Simulator, startSimulator } from "@/simulator/start";
import type { Customer, DeliveryOptions, PhoneMessage } from "@/simulator/world/types";
import { type PretendApp, startPretendApp } from "./pretend-app";

export const phoneNumberId = "100200300400500";
export const wabaId = "200300400500600";
export const accountId = "17841499999999999";
export const pageId = "300400500600700";
export const appSecret = "a-secret-of-the-suite";
export const whatsAppToken = "wa-token-of-the-suite";
export const instagramToken = "ig-token-of-the-suite";

/** The error part of a Graph answer. */
export type GraphFault = {
  code: number;
  message: string;
  type: string;
  error_subcode?: number;
  error_data?: { details: string };
  fbtrace_id: string;
};

/** Any JSON, read by what a test expects of it. */
export type Answers = ReturnType<typeof JSON.parse>;

export type Answer = { status: number; json: Answers; error: GraphFault | undefined };

const quick: Partial<DeliveryOptions> = {
  sentDelayMs: 0,
  deliveredDelayMs: 5,
  readDelayMs: 5,
  retryDelaysMs: [10, 20],
};

/** A simulator and an app for a suite, both empty again before each test. */
export function useMeta() {
  let simulator: Simulator;
  let app: PretendApp;
  beforeAll(async () => {
    app = await startPretendApp();
    simulator = await startSimulator({
      appUrl: app.url,
      appSecret,
      delivery: quick,
      whatsapp: { phoneNumberId, wabaId, token: whatsAppToken },
      instagram: { accountId, pageId, token: instagramToken },
    });
  });
  beforeEach(async () => {
    await sim("POST", "/sim/reset");
    app.answerWith(200);
    app.received.length = 0;
  });
  afterAll(async () => {
    await simulator.stop();
    await app.stop();
  });

  const call = async (
    method: string,
    path: string,
    body?: unknown,
    token?: string | null,
    timeoutMs = 10_000,
  ): Promise<Answer> => {
    const response = await fetch(new URL(path, simulator.url), {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const json = await response.json();
    return { status: response.status, json, error: json?.error };
  };
  const sim = (method: string, path: string, body?: unknown) => call(method, path, body);

  return {
    url: () => simulator.url,
    state: () => simulator.state(),
    app: () => app,
    sim,
    graph: (method: string, path: string, body?: unknown, token: string | null = whatsAppToken) =>
      call(method, `/v26.0/${path}`, body, token),
    customer: async (body: object = {}): Promise<Customer> =>
      (await sim("POST", "/sim/customers", body)).json,
    /** A send to a WhatsApp customer, with what a valid one needs filled in. */
    send: (body: object, timeoutMs?: number) =>
      call(
        "POST",
        `/v26.0/${phoneNumberId}/messages`,
        { messaging_product: "whatsapp", ...body },
        whatsAppToken,
        timeoutMs,
      ),
    sendInstagram: (body: object) => call("POST", "/v26.0/me/messages", body, instagramToken),
    /** The `value` of every WhatsApp change the app got. */
    values: (): Answers[] =>
      app.received.flatMap((row) =>
        entryOf(row.body).flatMap((entry: Answers) =>
          (entry.changes ?? []).map((change: Answers) => change.value),
        ),
      ),
    /** Every Instagram messaging event the app got. */
    events: (): Answers[] =>
      app.received.flatMap((row) => entryOf(row.body).flatMap((entry: Answers) => entry.messaging ?? [])),
    flush: () => sim("POST", "/sim/flush", { timeoutMs: 3000 }),
    phoneOf: async (customer: Customer): Promise<{ items: PhoneMessage[]; copies: Record<string, number> }> =>
      (await sim("GET", `/sim/customers/${customer.id}/messages`)).json,
  };
}

function entryOf(body: unknown): Answers[] {
  return (body as Answers).entry ?? [];
}
