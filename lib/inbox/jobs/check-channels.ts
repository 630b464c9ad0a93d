import { channelClient, type HealthReading } from "@/lib/channels/client";
import type { Channel } from "@/lib/domain/channel";
import { careForToken } from "@/lib/inbox/channels/care-for-token";
import { forgetChannels, listChannels } from "@/lib/inbox/channels/connected";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { ensureEnvChannels } from "@/lib/inbox/channels/env-channels";
import { resealChannels } from "@/lib/inbox/channels/reseal-channels";
import { resealWebhooks } from "@/lib/inbox/webhooks/reseal";
import { log } from "@/lib/log";
import { channels } from "@/lib/store/channels";
import { addFeedRow } from "@/lib/store/feed";
import { takeLease } from "@/lib/store/leases";
import { inUnit } from "@/lib/store/unit";

const EVERY_MS = 15 * 60 * 1000;

/** Asks Meta how each connected channel does, at most every quarter of an hour, and keeps the answer. */
export async function checkChannels(now: number): Promise<void> {
  await ensureEnvChannels(now);
  if (await takeLease("reseal channels", `reseal ${now}`, now, EVERY_MS)) {
    await resealChannels(now);
    await resealWebhooks();
  }
  for (const channel of await listChannels()) {
    const credentials = channel.isConnected ? await credentialsOf(channel) : null;
    if (!credentials || !(await takeLease(`check ${channel.id}`, `check ${now}`, now, EVERY_MS))) continue;
    await careForToken(channel, credentials, now);
    const client = channelClient(credentials);
    const health = await client.readHealth();
    if (!health.ok) {
      log.warn({ channelId: channel.id, code: health.failure.code }, "A channel's health could not be read");
      continue;
    }
    await save(channel.id, health.data, now);
    // Instagram unsubscribes an app whose webhooks failed for an hour, and says nothing.
    if (channel.type === "instagram") await client.subscribeApp();
  }
}

async function save(channelId: string, reading: HealthReading, now: number): Promise<void> {
  await inUnit(async (unit) => {
    const ref = channels().doc(channelId);
    const channel = await unit.get(ref);
    if (!channel) return;
    const next = withReading(channel, reading, now);
    if (JSON.stringify(next) === JSON.stringify(channel)) return;
    unit.set(ref, next);
    unit.finally((tx) => addFeedRow(tx, { kind: "channel", subjectId: channelId }));
  });
  forgetChannels();
}

function withReading(channel: Channel, reading: HealthReading, now: number): Channel {
  let health = channel.health;
  for (const key of ["quality", "messagingLimit", "nameStatus", "accountState"] as const) {
    const value = reading[key];
    if (value === null || value === health[key]) continue;
    health = { ...health, [key]: value, updatedAt: now, times: { ...health.times, [key]: now } };
  }
  return {
    ...channel,
    name: channel.source === "env" ? (reading.name ?? channel.name) : channel.name,
    displayPhone: reading.displayPhone ?? channel.displayPhone,
    username: reading.username ?? channel.username,
    health,
  };
}
