import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getWhatsApp } from "@/app/api/webhooks/whatsapp/route";
import { forgetEnv } from "@/lib/env";
import { forgetDoorSecrets, freshDoorSecrets } from "@/lib/inbox/channels/door-secrets";
import { readWebhookDoor } from "@/lib/inbox/channels/webhook-door";
import { channels } from "@/lib/store/channels";
import { whatsappBody, whatsappText } from "../support/bodies";
import { post, settled } from "../support/deliver";
import { withSecrets } from "../support/sealed-channel";
import { signedRequest, verifyToken } from "../support/signed-request";
import { nextWorld, useWorld, whatsappChannel } from "../support/world";

useWorld("webhook-door");

const SECRET = "an-app-secret-of-the-settings";
let sent = 0;

beforeEach(async () => {
  process.env.CREDENTIALS_KEY = randomBytes(32).toString("base64");
  await nextWorld("webhook-door");
});

async function knock(secret: string): Promise<number> {
  sent += 1;
  const body = whatsappBody(
    whatsappText(`wamid.DOOR${sent}`, 1_790_000_000, "Hi", { waId: "4915100000001" }),
  );
  const { status } = await post("whatsapp", signedRequest("whatsapp", body, secret));
  await settled();
  await setImmediate();
  return status;
}

async function shake(token: string): Promise<number> {
  const query = `hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=42`;
  return (await getWhatsApp(new Request(`http://127.0.0.1/api/webhooks/whatsapp?${query}`))).status;
}

async function connect(changes: Parameters<typeof whatsappChannel>[0] = {}): Promise<void> {
  const channel = await withSecrets(whatsappChannel(changes), {
    token: "EAA-token-of-the-settings",
    appSecrets: ["an-app-secret-before-it", SECRET],
    verifyToken: "a-verify-token-of-the-settings",
  });
  await channels().doc(channel.id).set(channel);
}

/** The store's answers to `knock` come after it; this waits for what is noted behind them. */
const door = (wanted: (state: Awaited<ReturnType<typeof readWebhookDoor>>["whatsapp"]) => boolean) =>
  vi.waitFor(async () => {
    const { whatsapp } = await readWebhookDoor();
    if (!wanted(whatsapp)) throw new Error(JSON.stringify(whatsapp));
    return whatsapp;
  });

describe("the webhook's door", () => {
  it("takes what is signed with any secret of a connected channel, also with the environment's", async () => {
    await connect();
    expect(await knock(SECRET)).toBe(200);
    expect(await knock("an-app-secret-before-it")).toBe(200);
    expect(await knock("an-older-secret")).toBe(200);
    expect(await knock("somebody-else's")).toBe(403);
  });

  it("takes a secret that another process has just stored, after one look at the store", async () => {
    expect(await knock("an-older-secret")).toBe(200);
    await connect();
    vi.setSystemTime(Date.now() + 1_500);
    expect(await knock(SECRET)).toBe(200);
    vi.useRealTimers();
  });

  it("asks the store once a second at most, however many wrong signatures come", async () => {
    const now = Date.now();
    expect(await freshDoorSecrets("whatsapp", now)).not.toBeNull();
    expect(await freshDoorSecrets("whatsapp", now + 900)).toBeNull();
    expect(await freshDoorSecrets("whatsapp", now + 1_000)).not.toBeNull();
  });

  it("works with channels of the settings alone, and says 503 when no secret is known at all", async () => {
    process.env.META_APP_SECRET = "";
    process.env.WHATSAPP_VERIFY_TOKEN = "";
    forgetEnv();
    expect(await knock(SECRET)).toBe(503);
    await connect();
    forgetDoorSecrets();
    expect(await knock(SECRET)).toBe(200);
    expect(await shake("a-verify-token-of-the-settings")).toBe(200);
    expect(await shake("")).toBe(403);
  });

  it("goes on taking what a channel is sent for a week after it was disconnected", async () => {
    const days = 24 * 60 * 60 * 1000;
    await connect({ isConnected: false, disconnectedAt: Date.now() - 6 * days });
    expect(await knock(SECRET)).toBe(200);
    await connect({ isConnected: false, disconnectedAt: Date.now() - 8 * days });
    forgetDoorSecrets();
    expect(await knock(SECRET)).toBe(403);
    expect(await shake("a-verify-token-of-the-settings")).toBe(403);
  });

  it("does not take a WhatsApp secret for Instagram", async () => {
    await connect();
    const body = { object: "instagram", entry: [] };
    expect((await post("instagram", signedRequest("instagram", body, SECRET))).status).toBe(403);
  });

  it("shakes hands with the verify token of a channel or of the environment", async () => {
    expect(await shake("a-verify-token-of-the-settings")).toBe(403);
    await connect();
    forgetDoorSecrets();
    expect(await shake("a-verify-token-of-the-settings")).toBe(200);
    expect(await shake(verifyToken)).toBe(200);
  });

  it("notes when a signature was right, when wrong, and how many wrong ones came since", async () => {
    const before = Date.now();
    await knock("an-older-secret");
    expect((await door(({ acceptedAt }) => acceptedAt !== null)).acceptedAt).toBeGreaterThanOrEqual(before);
    await knock("wrong");
    expect(await door(({ refusedAt }) => refusedAt !== null)).toMatchObject({ refusedCount: 1 });
    await knock("wrong");
    await knock("wrong");
    vi.setSystemTime(Date.now() + 11_000);
    await knock("wrong");
    vi.useRealTimers();
    await door(({ refusedCount }) => refusedCount === 4);
    vi.setSystemTime(Date.now() + 30_000);
    await knock("an-older-secret");
    vi.useRealTimers();
    await door(({ refusedCount }) => refusedCount === 0);
    expect((await readWebhookDoor()).instagram).toMatchObject({ acceptedAt: null, refusedCount: 0 });
  });

  it("notes handshakes, and holds no secret", async () => {
    await connect();
    await shake("a-verify-token-of-the-settings");
    await shake("wrong-token");
    const noted = await door(({ handshakeAt, handshakeRefusedAt }) =>
      Boolean(handshakeAt && handshakeRefusedAt),
    );
    expect(JSON.stringify(noted)).not.toMatch(/token|secret/i);
  });
});
