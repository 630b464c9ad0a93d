import { type AppSubscription, readAppSubscriptions } from "@/lib/channels/graph/app";
import { askGraphTime, type GraphTime } from "@/lib/channels/graph/ask-time";
import type { GraphFailure } from "@/lib/channels/graph/result";
import type { ChannelType } from "@/lib/domain/channel";
import {
  type AppWebhook,
  judgeCallback,
  judgeFields,
  judgeHandshake,
  judgeSignatures,
} from "@/lib/domain/doctor/judge-webhook";
import {
  byUrgency,
  fails,
  judged,
  pass,
  type Reading,
  read,
  unknown,
  unread,
  type Verdict,
} from "@/lib/domain/doctor/result";
import { env } from "@/lib/env";
import { appOf } from "@/lib/inbox/channels/credentials";
import { doorSecrets } from "@/lib/inbox/channels/door-secrets";
import { readWebhookDoor } from "@/lib/inbox/channels/webhook-door";
import { fromGraph, hostOf, TOKEN_REFUSED } from "./from-graph";
import { shakeOwnHand, webhookAddress } from "./own-handshake";
import { channelsOf, type Look, type Run, type RunForKind, type Runs } from "./target";

const TIMEOUT_MS = 8000;
const objects: Record<ChannelType, string> = {
  whatsapp: "whatsapp_business_account",
  instagram: "instagram",
};

export const graphRun: Run = async (look) => {
  const time = await graphTime(look);
  const address = hostOf(env().META_GRAPH_BASE_URL);
  if (time.isAnswering) return pass("ok", { address, ms: time.ms });
  return time.isReached ? fails("noAnswer", { address }) : fails("unreachable", { address });
};

/** Checks of the Meta app behind the channels of one kind. */
export const appRuns: Runs<"webhookReachable" | "callbackUrl" | "webhookFields" | "appSecret", RunForKind> = {
  async webhookReachable(look, kind) {
    const { APP_URL } = env();
    const theirs = APP_URL ? null : await anyCallback(look, kind);
    const address = APP_URL ? webhookAddress(APP_URL, kind) : theirs;
    if (!address) return unknown({ why: "notSet", name: "APP_URL" });
    const [token] = (await doorSecrets(kind)).verifyTokens;
    if (!token) return unknown({ why: "notSet", name: `${kind.toUpperCase()}_VERIFY_TOKEN` });
    return judgeHandshake(await shakeOwnHand(address, token));
  },
  async callbackUrl(look, kind) {
    const { APP_URL } = env();
    if (!APP_URL) return unknown({ why: "notSet", name: "APP_URL" });
    const ours = webhookAddress(APP_URL, kind);
    return worst(await webhooksOf(look, kind), (webhook) => judgeCallback(webhook, ours));
  },
  async webhookFields(look, kind) {
    return worst(await webhooksOf(look, kind), (webhook) =>
      webhook ? judgeFields(kind, webhook) : unknown({ why: "because", check: "callbackUrl" }),
    );
  },
  async appSecret(look, kind) {
    const { appSecrets } = await doorSecrets(kind);
    if (appSecrets.length === 0) return unknown({ why: "notSet", name: "META_APP_SECRET" });
    if ((await webhooksOf(look, kind)).some(isRefusedApp)) return fails("appRefused");
    const { acceptedAt, refusedAt } = (await readWebhookDoor())[kind];
    return judgeSignatures({ acceptedAt, refusedAt }, look.now);
  },
};

/** What time Meta has, and when it was asked, by this server's clock: the middle between question and answer. */
export function graphTime(look: Look): Promise<GraphTime & { askedAt: number }> {
  return look.once("time", async () => {
    const { META_GRAPH_BASE_URL, META_GRAPH_VERSION } = env();
    const before = Date.now();
    const time = await askGraphTime(META_GRAPH_BASE_URL, META_GRAPH_VERSION, TIMEOUT_MS);
    return { ...time, askedAt: (before + Date.now()) / 2 };
  });
}

async function anyCallback(look: Look, kind: ChannelType): Promise<string | null> {
  for (const reading of await webhooksOf(look, kind)) {
    if (reading.ok && reading.data?.callbackUrl) return reading.data.callbackUrl;
  }
  return null;
}

/** The webhook of a kind at each app that its channels belong to; mostly one. */
async function webhooksOf(look: Look, kind: ChannelType): Promise<Reading<AppWebhook>[]> {
  const apps = await Promise.all(channelsOf(look, kind).map(appOf));
  const byId = new Map(apps.map((app) => [app.appId, app]));
  return Promise.all(
    [...byId.values()].map(async ({ appId, appSecrets }): Promise<Reading<AppWebhook>> => {
      if (!appId) return unread({ why: "notSet", name: "META_APP_ID" });
      if (appSecrets.length === 0) return unread({ why: "notSet", name: "META_APP_SECRET" });
      const rows = await look.once(`app ${appId}`, () => subscriptionsOf(kind, appId, appSecrets));
      if (!rows.ok) return rows;
      const row = rows.data.find(({ object }) => object === objects[kind]);
      return read(row ?? null);
    }),
  );
}

/** Asks with each secret in turn: while one is rotated, Meta takes one of them. */
async function subscriptionsOf(
  kind: ChannelType,
  appId: string,
  appSecrets: readonly string[],
): Promise<Reading<AppSubscription[]>> {
  const { META_GRAPH_BASE_URL: baseUrl, META_GRAPH_VERSION: version } = env();
  for (const appSecret of appSecrets) {
    const result = await readAppSubscriptions({ baseUrl, version, appId, appSecret });
    if (result.ok || !isWrongApp(result.failure)) return fromGraph(kind, baseUrl, result);
  }
  return unread({ why: "because", check: "appSecret" });
}

/** Whether Meta says that the id and the secret do not belong together. Code 1 is also its word for trouble of its own. */
function isWrongApp({ code, httpStatus }: GraphFailure): boolean {
  return code === TOKEN_REFUSED || code === 101 || (code === 1 && httpStatus !== null && httpStatus < 500);
}

const isRefusedApp = (reading: Reading<AppWebhook>): boolean =>
  !reading.ok && reading.verdict.outcome === "because" && reading.verdict.values.check === "appSecret";

function worst<T>(readings: readonly Reading<T>[], judge: (data: T) => Verdict): Verdict {
  const verdicts = readings.map((reading) => judged(reading, judge)).sort(byUrgency);
  return verdicts[0] ?? unknown({ why: "because", check: "channels" });
}
