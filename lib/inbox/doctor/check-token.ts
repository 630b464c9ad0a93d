import type { ChannelCredentials } from "@/lib/channels/client";
import { appTokenOf } from "@/lib/channels/graph/app";
import { debugToken } from "@/lib/channels/graph/debug-token";
import { isInstagramLogin } from "@/lib/channels/instagram/node";
import { readLinkedAccount } from "@/lib/channels/instagram/read-setup";
import type { Channel } from "@/lib/domain/channel";
import {
  judgeAppId,
  judgeScopes,
  judgeToken,
  judgeTokenExpiry,
  scopesFor,
  type TokenFacts,
} from "@/lib/domain/doctor/judge-token";
import { fails, judged, type Reading, read, unknown, unread } from "@/lib/domain/doctor/result";
import { env } from "@/lib/env";
import { appOf, credentialsOf } from "@/lib/inbox/channels/credentials";
import { fromGraph, TOKEN_REFUSED } from "./from-graph";
import type { Look, RunForChannel, Runs } from "./target";

const refused: TokenFacts = { isValid: false, expiresAt: undefined, scopes: null, appId: null };

/** Checks of a channel's access token, all from one question to Meta. */
export const tokenRuns: Runs<"token" | "tokenExpiry" | "scopes" | "appId", RunForChannel> = {
  async token(look, channel) {
    if (!(await credentialsFor(look, channel)).ok) {
      const isSealed = Boolean(channel.credentials?.token);
      return isSealed ? unknown({ why: "because", check: "credentialsKey" }) : fails("missing");
    }
    return judged(await tokenOf(look, channel), (token) => judgeToken(token, look.now));
  },
  tokenExpiry: async (look, channel) =>
    judged(await tokenOf(look, channel), (token) => judgeTokenExpiry(token, look.now)),
  async scopes(look, channel) {
    const credentials = await credentialsFor(look, channel);
    const isLogin = credentials.ok && isInstagramLogin(credentials.data);
    const wanted = scopesFor(channel.type, isLogin);
    return judged(await tokenOf(look, channel), (token) => judgeScopes(token, wanted));
  },
  async appId(look, channel) {
    const { META_APP_ID } = env();
    if (!META_APP_ID) return unknown({ why: "notSet", name: "META_APP_ID" });
    return judged(await tokenOf(look, channel), (token) => judgeAppId(token, META_APP_ID));
  },
};

/** What it takes to ask as the channel; without a token every other line of it waits for that one. */
export function credentialsFor(look: Look, channel: Channel): Promise<Reading<ChannelCredentials>> {
  return look.once(`credentials ${channel.id}`, async () => {
    const credentials = await credentialsOf(channel);
    return credentials ? read(credentials) : unread({ why: "because", check: "token" });
  });
}

function tokenOf(look: Look, channel: Channel): Promise<Reading<TokenFacts>> {
  return look.once(`token ${channel.id}`, async () => {
    const credentials = await credentialsFor(look, channel);
    if (!credentials.ok) return credentials;
    const isLogin = channel.type === "instagram" && isInstagramLogin(credentials.data);
    return isLogin ? askAccount(credentials.data, channel) : askAboutToken(credentials.data, channel);
  });
}

/** As the app where its secret is known, since that is answered about a token that no longer works too; else as the token itself. */
async function askAboutToken(
  credentials: ChannelCredentials,
  channel: Channel,
): Promise<Reading<TokenFacts>> {
  const { appId, appSecrets } = await appOf(channel);
  const asApp = appId ? appSecrets.map((appSecret) => appTokenOf({ appId, appSecret })) : [];
  for (const asker of asApp) {
    const result = await debugToken(credentials, asker);
    if (result.ok || result.failure.code === null)
      return fromGraph(channel.type, credentials.baseUrl, result);
  }
  const result = await debugToken(credentials);
  if (!result.ok && result.failure.code === TOKEN_REFUSED) return read(refused);
  return fromGraph(channel.type, credentials.baseUrl, result);
}

/** graph.instagram.com tells nothing about a token; that it opens the account is what can be seen. Its end is known from its renewal. */
async function askAccount(credentials: ChannelCredentials, channel: Channel): Promise<Reading<TokenFacts>> {
  const result = await readLinkedAccount(credentials);
  const expiresAt = channel.tokenInfo?.expiresAt ?? undefined;
  if (!result.ok && result.failure.code === TOKEN_REFUSED) return read({ ...refused, expiresAt });
  const account = fromGraph(channel.type, credentials.baseUrl, result);
  return account.ok ? read({ isValid: true, expiresAt, scopes: null, appId: null }) : account;
}
