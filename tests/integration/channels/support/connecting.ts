import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { ConnectForm } from "@/lib/domain/channel-form";
import type { Actor } from "@/lib/domain/member";
import { connectChannel } from "@/lib/inbox/channels/connect";
import { auditLog } from "@/lib/store/audit-log";
import { channels } from "@/lib/store/channels";
import { type Simulator, startSimulator } from "@/simulator/start";
import { nextWorld } from "../../support/world";

export const admin: Actor = { kind: "member", id: "admin-1", name: "Ada", role: "admin" };
export const agent: Actor = { kind: "member", id: "agent-1", name: "Ben", role: "agent" };
export let simulator: Simulator;

/** A stand-in for Meta with a new app, and an empty store with a key for each test. */
export function useConnecting(name: string): void {
  beforeAll(async () => {
    simulator = await startSimulator({ isNewApp: true, appSecret: "the-app-secret-of-meta" });
  });
  afterAll(() => simulator.stop());
  beforeEach(async () => {
    Object.assign(process.env, {
      META_GRAPH_BASE_URL: simulator.url,
      INSTAGRAM_GRAPH_BASE_URL: simulator.url,
      CREDENTIALS_KEY: randomBytes(32).toString("base64"),
      WHATSAPP_PHONE_NUMBER_ID: "",
      WHATSAPP_ACCESS_TOKEN: "",
      WHATSAPP_BUSINESS_ACCOUNT_ID: "",
    });
    await nextWorld(name);
    for (const document of (await channels().get()).docs) await document.ref.delete();
  });
}

export const add = async (body: Record<string, unknown>): Promise<Record<string, string>> => {
  const response = await fetch(`${simulator.url}/sim/accounts`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, string>;
};
export const numberForm = (
  changes: Partial<Extract<ConnectForm, { type: "whatsapp" }>> = {},
): ConnectForm => ({
  type: "whatsapp",
  phoneNumberId: "500600700800900",
  wabaId: "400500600700800",
  token: "simulator-whatsapp-token",
  appSecret: "the-app-secret-of-meta",
  ...changes,
});
export const instagramForm = (
  changes: Partial<Extract<ConnectForm, { type: "instagram" }>>,
): ConnectForm => ({
  type: "instagram",
  login: "facebook",
  pageId: null,
  token: "simulator-instagram-token",
  appSecret: "the-app-secret-of-meta",
  ...changes,
});
export const read = async (id: string) => {
  const channel = (await channels().doc(id).get()).data();
  if (!channel) throw new Error("The channel is not there");
  return channel;
};
export async function connected(form: ConnectForm): Promise<string> {
  const done = await connectChannel(admin, form);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.data.channelId;
}
export const actions = async () => (await auditLog().get()).docs.map((document) => document.data().action);
