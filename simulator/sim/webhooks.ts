import { type Handler, SimError, simBody } from "../http/context";
import { asObject, asText } from "../http/json";
import type { Route } from "../http/routes";
import { encodeBody, signBody } from "../webhooks/encode";
import { postWebhook, webhookUrl } from "../webhooks/post";
import type { ChannelType } from "../world/types";
import type { World } from "../world/world";

const list: Handler = ({ world, url }) => {
  const limit = Number(url.searchParams.get("limit") ?? 100);
  const channel = url.searchParams.get("channel");
  const state = url.searchParams.get("state");
  const rows = world.queue
    .log()
    .filter((row) => (!channel || row.channel === channel) && (!state || row.state === state));
  return { items: rows.slice(0, limit), total: rows.length };
};

/** Signs and posts a given body once, or queues it with retries. */
const raw: Handler = async (context) => {
  const { world } = context;
  const body = await simBody(context);
  const channel = channelOf(body.channel);
  const text = typeof body.body === "string" ? body.body : encodeBody(body.body ?? {});
  const signature = asText(body.signature) ?? signBody(text, asText(body.secret) ?? world.options.appSecret);
  const headers = Object.fromEntries(
    Object.entries(asObject(body.headers) ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      String(value ?? ""),
    ]),
  );
  if (body.isRetried === true) {
    return { webhookId: world.queue.addBody(channel, ["raw"], text, { signature, headers }).id };
  }
  const address = addressOf(world, channel);
  if (!address) throw new SimError(400, "There is no appUrl to post to.");
  const startedAt = Date.now();
  const answer = await postWebhook(
    address,
    { body: text, signature, headers },
    world.state.delivery.answerTimeoutMs,
  );
  return { ...answer, ms: Date.now() - startedAt };
};

const again: Handler = ({ world, params }) => {
  const row = world.queue.log().find((webhook) => webhook.id === params.id);
  if (!row) throw new SimError(404, `There is no webhook ${params.id}.`);
  return {
    webhookId: world.queue.addBody(row.channel, row.kinds, row.body, {
      signature: row.signature,
      headers: row.headers,
    }).id,
  };
};

const handshake: Handler = async ({ world }) => ({
  items: await Promise.all([shake(world, "whatsapp"), shake(world, "instagram")]),
});

/**
 * The app's settings at Meta: a callback address and a verify token. Meta asks the address for its challenge, and keeps
 * it only when that comes back.
 */
const setUp: Handler = async (context) => {
  const { world, params } = context;
  const channel = channelOf(params.channel);
  const body = await simBody(context);
  const callbackUrl = asText(body.callbackUrl) ?? "";
  if (!URL.canParse(callbackUrl)) throw new SimError(400, "The callback URL is not a URL.");
  const shaken = await shakeAt(callbackUrl, asText(body.verifyToken) ?? "");
  if (!shaken.isVerified) {
    throw new SimError(
      400,
      "The callback URL or verify token couldn't be validated. Please verify the provided information or try again later.",
    );
  }
  world.state.webhookUrls = { ...world.state.webhookUrls, [channel]: callbackUrl };
  world.changed();
  return { channel, callbackUrl, ...shaken };
};

export const webhookRoutes: Route[] = [
  { method: "GET", pattern: "/sim/webhooks", handler: list },
  { method: "POST", pattern: "/sim/webhooks/raw", handler: raw },
  { method: "POST", pattern: "/sim/webhooks/:id/again", handler: again },
  { method: "POST", pattern: "/sim/handshake", handler: handshake },
  { method: "PUT", pattern: "/sim/app/webhooks/:channel", handler: setUp },
];

function channelOf(value: unknown): ChannelType {
  if (value === "whatsapp" || value === "instagram") return value;
  throw new SimError(400, "channel is whatsapp or instagram.");
}

const addressOf = ({ state }: World, channel: ChannelType): string | null =>
  state.webhookUrls?.[channel] ?? (state.delivery.appUrl && webhookUrl(state.delivery.appUrl, channel));

async function shake(world: World, channel: ChannelType) {
  const address = addressOf(world, channel);
  if (!address) return { channel, status: null, isVerified: false };
  return { channel, ...(await shakeAt(address, world.options[channel].verifyToken)) };
}

/** Meta's GET when a webhook address is saved: the challenge must come back as it is. */
async function shakeAt(
  address: string,
  verifyToken: string,
): Promise<{ status: number | null; isVerified: boolean }> {
  const url = new URL(address);
  const challenge = String(Math.floor(Math.random() * 1e9));
  url.searchParams.set("hub.mode", "subscribe");
  url.searchParams.set("hub.challenge", challenge);
  url.searchParams.set("hub.verify_token", verifyToken);
  try {
    const response = await fetch(url, { redirect: "manual" });
    return { status: response.status, isVerified: response.ok && (await response.text()) === challenge };
  } catch {
    return { status: null, isVerified: false };
  }
}
