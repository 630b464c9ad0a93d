import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, vi } from "vitest";
import { GET as shakeInstagram } from "@/app/api/webhooks/instagram/route";
import { GET as shakeWhatsApp } from "@/app/api/webhooks/whatsapp/route";
import { type CheckResult, lineKey } from "@/lib/domain/doctor/result";
import { forgetEnv } from "@/lib/env";
import { forgetDoorSecrets } from "@/lib/inbox/channels/door-secrets";
import { runDoctor } from "@/lib/inbox/doctor/run-doctor";
import { forgetOpened } from "@/lib/inbox/seal/open";
import { channels } from "@/lib/store/channels";
import { type Simulator, startSimulator } from "@/simulator/start";
import { post, settled } from "../../support/deliver";
import { withSecrets } from "../../support/sealed-channel";
import { appSecret, verifyToken } from "../../support/signed-request";
import { ids, instagramChannel, instagramChannelId, useWorld } from "../../support/world";
import { enterInternet, type Internet, type Site, startSite } from "./internet";

export const appUrl = "https://inbox.example.com";
export const appId = "700100200300400";
export const keys = {
  first: "a".repeat(64),
  second: "b".repeat(64),
};
const tokens = { whatsapp: "test-whatsapp-token", instagram: "test-instagram-token" };

/** What the parts of the world are told to do wrong. */
export const world = {
  simulator: null as unknown as Simulator,
  internet: null as unknown as Internet,
  app: null as unknown as Site,
  /** What Firestore's own address answers to a read that nobody signed in for. */
  rulesStatus: 403,
  mediaDir: "",
};

/**
 * A whole installation that is well: a store, the app at a public address, the stand-in for Meta with a number and an
 * account that stand well, both of which wrote a moment ago.
 */
export function useHealthyWorld(name: string): void {
  useWorld(name);
  let firestore: Site;
  beforeAll(async () => {
    world.internet = enterInternet();
    world.app = await startSite((request, response) => void answer(request, response));
    firestore = await startSite((_request, response) => {
      response.writeHead(world.rulesStatus, { "content-type": "application/json" }).end("{}");
    });
    world.internet.leadsTo(appUrl, world.app.url);
    world.internet.leadsTo("https://firestore.googleapis.com", firestore.url);
    world.mediaDir = mkdtempSync(join(tmpdir(), "parley-doctor-"));
    world.simulator = await startSimulator({
      appUrl: world.app.url,
      appSecret,
      appId,
      whatsapp: { phoneNumberId: ids.phoneNumberId, wabaId: ids.wabaId, token: tokens.whatsapp },
      instagram: { accountId: ids.accountId, pageId: ids.pageId, token: tokens.instagram },
    });
    setEnv({
      APP_URL: appUrl,
      META_APP_ID: appId,
      META_GRAPH_BASE_URL: world.simulator.url,
      WHATSAPP_ACCESS_TOKEN: tokens.whatsapp,
      MEDIA_DIR: world.mediaDir,
      CREDENTIALS_KEY: keys.first,
      // The store was opened already; what browsers would ask is Google's address.
      FIRESTORE_EMULATOR_HOST: undefined,
    });
    const account = await withSecrets(instagramChannel({ login: "facebook" }), { token: tokens.instagram });
    await channels().doc(instagramChannelId).set(account);
    await standWell();
    for (const channel of ["whatsapp", "instagram"] as const) await write(channel);
    await vi.waitUntil(async () =>
      (await channels().get()).docs.every((row) => row.data().lastEventAt !== null),
    );
  });
  afterAll(async () => {
    await settled();
    world.internet.leave();
    await Promise.all([world.simulator.stop(), world.app.stop(), firestore.stop()]);
    rmSync(world.mediaDir, { recursive: true, force: true });
  });
}

export function setEnv(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  forgetEnv();
  forgetDoorSecrets();
  forgetOpened();
}

/** Calls the stand-in's control API. */
export async function sim(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${world.simulator.url}/sim/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** At Meta all is as it should be. */
export async function standWell(): Promise<void> {
  await sim("DELETE", "accounts");
  const to = (channel: string) => ({ callbackUrl: `${appUrl}/api/webhooks/${channel}` });
  await sim("PATCH", "app", {
    dateSkewMs: 0,
    webhooks: { whatsapp: to("whatsapp"), instagram: to("instagram") },
  });
  for (const template of world.simulator.state().templates) template.status = "APPROVED";
}

/** A customer writes on a channel, and the news is worked off. */
export async function write(channel: "whatsapp" | "instagram"): Promise<void> {
  const customer = (await sim("POST", "customers", { channel, phone: "15550101234" })) as { id: string };
  await sim("POST", `customers/${customer.id}/messages`, { kind: "text", text: "Hello" });
  await sim("POST", "flush", { timeoutMs: 20_000, isHurried: true });
  await settled();
}

/** The lines by their keys. */
export async function look(): Promise<Map<string, CheckResult>> {
  const results = await runDoctor({ now: Date.now() });
  return new Map(results.map((result) => [lineKey(result), result]));
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const channel = request.url?.includes("instagram") ? "instagram" : "whatsapp";
  const url = `${appUrl}${request.url}`;
  const shake = channel === "instagram" ? shakeInstagram : shakeWhatsApp;
  const answered =
    request.method === "GET"
      ? await shake(new Request(url))
      : await post(
          channel,
          new Request(url, {
            method: "POST",
            headers: request.headers as Record<string, string>,
            body: Buffer.concat(parts),
          }),
        );
  response.writeHead(answered.status).end(await answered.text());
}

export { appSecret, ids, verifyToken };
