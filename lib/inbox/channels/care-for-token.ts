import { type ChannelCredentials, channelClient } from "@/lib/channels/client";
import type { GraphFailure } from "@/lib/channels/graph/result";
import { type LongToken, refreshInstagramToken } from "@/lib/channels/setup/instagram-token";
import type { Channel, TokenInfo } from "@/lib/domain/channel";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { log } from "@/lib/log";
import { addAuditEntry } from "@/lib/store/audit-log";
import { channels } from "@/lib/store/channels";
import { addFeedRow } from "@/lib/store/feed";
import { inTransaction } from "@/lib/store/transaction";
import { changed } from "./changed";
import { sealFor } from "./seal-channel";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Meta refreshes a token from its second day on; ten days before its end leave time for a person when that fails. */
const REFRESH_FROM_MS = DAY_MS;
const REFRESH_BEFORE_END_MS = 10 * DAY_MS;
const AGAIN_MS = 6 * HOUR_MS;

/**
 * Keeps a channel's token from ending unseen: one of Instagram Login is refreshed in time, of any other Meta is asked
 * until when it works. Never throws for what Meta answers. `now` in epoch ms.
 */
export async function careForToken(
  channel: Channel,
  credentials: ChannelCredentials,
  now: number,
): Promise<void> {
  if (channel.login === "instagram") {
    if (isRefreshDue(channel, now)) await refresh(channel, credentials, now);
    return;
  }
  if (now - (channel.tokenInfo?.checkedAt ?? 0) < AGAIN_MS) return;
  const reading = await channelClient(credentials).debugToken();
  if (!reading.ok) return;
  const { expiresAt, scopes, appId } = reading.data;
  await save(channel, now, { ...known(channel), expiresAt, scopes, appId, checkedAt: now });
}

/** Whether it is time, and allowed, to ask for another 60 days. Pure. */
export function isRefreshDue(
  { source, credentials, tokenInfo }: Pick<Channel, "source" | "credentials" | "tokenInfo">,
  now: number,
): boolean {
  const token = credentials?.token;
  if (source !== "settings" || !token) return false;
  const { expiresAt = null, lastRefreshedAt = null, refreshError = null } = tokenInfo ?? {};
  if (expiresAt !== null && expiresAt <= now) return false;
  if (refreshError && now - refreshError.at < AGAIN_MS) return false;
  if (now - (lastRefreshedAt ?? token.at) < REFRESH_FROM_MS) return false;
  return expiresAt === null || expiresAt - now <= REFRESH_BEFORE_END_MS;
}

async function refresh(channel: Channel, credentials: ChannelCredentials, now: number): Promise<void> {
  const answer = await refreshInstagramToken(credentials.baseUrl, credentials.token);
  if (answer.ok) return keep(channel, answer.data, now);
  await noteFailure(channel, answer.failure, now);
}

async function keep(channel: Channel, { token, expiresInMs }: LongToken, now: number): Promise<void> {
  const sealed = await sealFor(channel.id, "token", token);
  if (!sealed.ok) {
    log.error({ channelId: channel.id, code: sealed.error.code }, "a refreshed token could not be sealed");
    return;
  }
  const expiresAt = expiresInMs === null ? null : now + expiresInMs;
  const info = { ...known(channel), expiresAt, checkedAt: now, lastRefreshedAt: now, refreshError: null };
  await save(channel, now, info, { ...sealed.data, at: now });
  log.info({ channelId: channel.id }, "an access token was refreshed");
}

async function noteFailure(channel: Channel, { code }: GraphFailure, now: number): Promise<void> {
  log.warn({ channelId: channel.id, code }, "an access token could not be refreshed");
  await save(channel, now, { ...known(channel), refreshError: { code, at: now } });
}

const known = ({ tokenInfo }: Channel): TokenInfo =>
  tokenInfo ?? {
    expiresAt: null,
    scopes: [],
    appId: null,
    checkedAt: null,
    lastRefreshedAt: null,
    refreshError: null,
  };

/** Not when somebody has replaced the token or disconnected the channel meanwhile. */
async function save(
  channel: Channel,
  now: number,
  tokenInfo: TokenInfo,
  token: NonNullable<Channel["credentials"]>["token"] = null,
): Promise<void> {
  const ref = channels().doc(channel.id);
  await inTransaction(async (tx) => {
    const current = (await tx.get(ref)).data();
    const box = channel.credentials?.token?.box;
    if (!current?.isConnected || current.credentials?.token?.box !== box) return;
    const credentials =
      token && current.credentials ? { ...current.credentials, token } : current.credentials;
    tx.set(ref, { ...current, credentials, tokenInfo });
    const isNews = tokenInfo.expiresAt !== (current.tokenInfo?.expiresAt ?? null);
    if (isNews) addFeedRow(tx, { kind: "channel", subjectId: channel.id });
    if (!token) return;
    const subject = { kind: "channel", id: channel.id, name: channel.name } as const;
    addAuditEntry(tx, await auditEntry(systemActor, { action: "channel.token_refreshed", subject }, now));
  });
  if (token) await changed(channel.id, now);
}
