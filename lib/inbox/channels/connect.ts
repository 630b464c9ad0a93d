import { randomBytes } from "node:crypto";
import type { Channel, ChannelSecrets } from "@/lib/domain/channel";
import type { ConnectForm, ConnectionFound } from "@/lib/domain/channel-form";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { channelIdOf } from "@/lib/domain/provider-keys";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { sealingKey } from "@/lib/inbox/seal/seal";
import { addAuditEntry } from "@/lib/store/audit-log";
import { channels } from "@/lib/store/channels";
import { addFeedRow } from "@/lib/store/feed";
import { inTransaction } from "@/lib/store/transaction";
import { changed } from "./changed";
import { withLongToken } from "./long-token";
import { type LookedUp, lookUp } from "./look-up/look-up";
import { sealChannel } from "./seal-channel";

export type Connected = { channelId: string; verifyToken: string; found: ConnectionFound };

/**
 * Connects a number or an account after Meta has confirmed it, or takes over one that the environment names or that was
 * disconnected; its history stays. Errors: `forbidden`, `no_credentials_key`, `provider_rejected` with
 * `details.problem`, `conflict` when it is connected in the settings already.
 */
export async function connectChannel(
  actor: Actor,
  form: ConnectForm,
  now = Date.now(),
): Promise<Result<Connected>> {
  if (!can(actor, "channel.manage")) return fail("forbidden", "Only admins connect channels.");
  if (sealingKey() === null) return fail("no_credentials_key", "CREDENTIALS_KEY is not set");
  const known = await lookUp(form, now);
  if (!known.ok) return known;
  const lasting = await withLongToken(known.data, form.appSecret, now);
  if (!lasting.ok) return lasting;
  const id = channelIdOf(form.type, lasting.data.channel.providerId);
  const verifyToken = randomBytes(24).toString("base64url");
  const { token } = lasting.data;
  const sealed = await sealChannel(id, { token, appSecret: form.appSecret, verifyToken });
  if (!sealed.ok) return sealed;
  const stored = await store(actor, id, lasting.data, sealed.data, now);
  if (!stored.ok) return stored;
  await changed(id, now);
  return ok({ channelId: id, verifyToken, found: lasting.data.found });
}

function store(
  actor: Actor,
  id: string,
  { channel, tokenInfo, found }: LookedUp,
  credentials: ChannelSecrets,
  now: number,
): Promise<Result<null>> {
  const ref = channels().doc(id);
  return inTransaction(async (tx) => {
    const before = (await tx.get(ref)).data();
    if (before?.isConnected && before.source === "settings") {
      return fail("conflict", "This channel is connected already.");
    }
    const next: Channel = {
      ...(before ?? fresh(id, channel, found, now)),
      ...channel,
      displayPhone: channel.displayPhone ?? before?.displayPhone ?? null,
      username: channel.username ?? before?.username ?? null,
      isConnected: true,
      source: "settings",
      credentials,
      tokenInfo,
      pause: null,
      health: withFound(before?.health, found, now),
      connectedBy: { id: actor.id, name: actor.name },
      connectedAt: now,
      disconnectedAt: null,
      updatedAt: now,
    };
    const subject = { kind: "channel", id, name: next.name } as const;
    const how = !before ? "new" : before.source === "env" ? "taken_over" : "again";
    const detail = { type: next.type, how };
    addAuditEntry(tx, await auditEntry(actor, { action: "channel.connected", subject, detail }, now));
    tx.set(ref, next);
    addFeedRow(tx, { kind: "channel", subjectId: id });
    return ok(null);
  });
}

function fresh(
  id: string,
  channel: LookedUp["channel"],
  { name, username, displayPhone }: ConnectionFound,
  now: number,
): Channel {
  return {
    id,
    ...channel,
    name: name ?? (username ? `@${username}` : (displayPhone ?? channel.providerId)),
    isConnected: true,
    source: "settings",
    pause: null,
    health: { quality: null, messagingLimit: null, nameStatus: null, accountState: null, updatedAt: null },
    lastEventAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

function withFound(
  known: Channel["health"] | undefined,
  { quality, messagingLimit, nameStatus, accountState }: ConnectionFound,
  now: number,
): Channel["health"] {
  const before = known ?? {
    quality: null,
    messagingLimit: null,
    nameStatus: null,
    accountState: null,
    updatedAt: null,
  };
  return {
    ...before,
    quality: quality ?? before.quality,
    messagingLimit: messagingLimit ?? before.messagingLimit,
    nameStatus: nameStatus ?? before.nameStatus,
    accountState: accountState ?? before.accountState,
    updatedAt: now,
    times: { ...before.times, quality: now, messagingLimit: now, nameStatus: now, accountState: now },
  };
}
