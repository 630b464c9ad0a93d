import type { ChannelCredentials } from "@/lib/channels/client";
import type { GraphResult } from "@/lib/channels/graph/result";
import { subscribedFieldsOf } from "@/lib/channels/instagram/client";
import {
  listSubscribedApps as listInstagramApps,
  readLinkedAccount,
  tryConversations,
} from "@/lib/channels/instagram/read-setup";
import { listNumberIds, listSubscribedApps } from "@/lib/channels/whatsapp/read-setup";
import type { Channel } from "@/lib/domain/channel";
import {
  judgeChannels,
  judgeLastEvent,
  judgeNumberInAccount,
  judgePageLink,
  judgeSending,
  judgeSubscribedFields,
  judgeSubscription,
  type SubscribedApp,
} from "@/lib/domain/doctor/judge-channel";
import { fails, judged, pass, type Reading, unknown } from "@/lib/domain/doctor/result";
import { appOf } from "@/lib/inbox/channels/credentials";
import { credentialsFor } from "./check-token";
import { fromGraph, TOKEN_REFUSED } from "./from-graph";
import type { Look, Run, RunForChannel, Runs } from "./target";

type Ids =
  | "numberInAccount"
  | "pageLink"
  | "subscription"
  | "subscribedFields"
  | "messageAccess"
  | "lastEvent"
  | "sending";

export const channelsRun: Run = async ({ channels }) =>
  judged(channels, (list) => judgeChannels(list.length));

/** Checks of how a number or an account is tied to Parley. */
export const channelRuns: Runs<Ids, RunForChannel> = {
  numberInAccount: async (look, channel) =>
    judged(await ask(look, channel, "numbers", listNumberIds), (ids) =>
      judgeNumberInAccount(ids, channel.providerId),
    ),
  pageLink: async (look, channel) =>
    judged(await ask(look, channel, "link", readLinkedAccount), (linked) =>
      judgePageLink(linked, channel.providerId),
    ),
  async subscription(look, channel) {
    const { appId } = await appOf(channel);
    return judged(await appsOf(look, channel), (apps) => judgeSubscription(apps, appId));
  },
  async subscribedFields(look, channel) {
    const [{ appId }, credentials] = await Promise.all([appOf(channel), credentialsFor(look, channel)]);
    return judged(await appsOf(look, channel), (apps) => {
      const app = apps.find((one) => one.appId === appId);
      if (!app || !credentials.ok) return unknown({ why: "because", check: "subscription" });
      return judgeSubscribedFields(app.fields, subscribedFieldsOf(credentials.data));
    });
  },
  async messageAccess(look, channel) {
    const credentials = await credentialsFor(look, channel);
    if (!credentials.ok) return credentials.verdict;
    const result = await tryConversations(credentials.data);
    const { code = null } = result.ok ? {} : result.failure;
    if (!result.ok && code !== null && code !== TOKEN_REFUSED && isRefusal(code)) return fails("refused");
    return judged(fromGraph("instagram", credentials.data.baseUrl, result), () => pass());
  },
  lastEvent: async ({ now }, channel) => judgeLastEvent(channel.lastEventAt, now),
  sending: async (_look, channel) => judgeSending(channel.pause),
};

/** Permission refused: by the account's owner, or for want of a permission. Other codes say that Meta could not look. */
const isRefusal = (code: number): boolean => code === 10 || code === 3 || (code >= 200 && code < 300);

/** One question to Meta as the channel, asked once however many checks want the answer. */
export function ask<T>(
  look: Look,
  channel: Channel,
  what: string,
  read: (credentials: ChannelCredentials) => Promise<GraphResult<T>>,
): Promise<Reading<T>> {
  return look.once(`${what} ${channel.id}`, async () => {
    const credentials = await credentialsFor(look, channel);
    if (!credentials.ok) return credentials;
    return fromGraph(channel.type, credentials.data.baseUrl, await read(credentials.data));
  });
}

function appsOf(look: Look, channel: Channel): Promise<Reading<SubscribedApp[]>> {
  return ask(look, channel, "apps", channel.type === "whatsapp" ? listSubscribedApps : listInstagramApps);
}
