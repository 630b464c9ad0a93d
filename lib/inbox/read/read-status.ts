import type { z } from "zod";
import { toIso, toIsoOrNull } from "@/lib/domain/api/shared";
import type { ApiStatus } from "@/lib/domain/api/status";
import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { mayReach } from "@/lib/domain/permissions";
import { env } from "@/lib/env";
import { mediaPlace } from "@/lib/inbox/media/disk";
import { channels } from "@/lib/store/channels";
import { countQueues } from "@/lib/store/count-queues";
import packageJson from "@/package.json";

/** The channels that an actor reaches and their health, queue depths, last webhook, versions. Holds no secret and no content. */
export async function readStatus(actor: Actor): Promise<Omit<z.infer<typeof ApiStatus>, "checks">> {
  const [snapshot, queues] = await Promise.all([channels().get(), countQueues()]);
  const list = snapshot.docs
    .filter((document) => mayReach(actor, document.id))
    .map((document) => document.data());
  const mediaDisk = mediaPlace()?.kind ?? null;
  const hasNowhereToKeep = mediaDisk === null && queues.media > 0;
  const isPaused = list.some((channel) => channel.pause !== null);
  const needsAttention = isPaused || queues.unconfirmed > 0 || hasNowhereToKeep;
  const lastWebhookAt = Math.max(0, ...list.map((channel) => channel.lastEventAt ?? 0));
  return {
    status: needsAttention ? "attention" : "ok",
    channels: list.map(toApiChannel),
    queues,
    mediaDisk,
    lastWebhookAt: lastWebhookAt > 0 ? toIso(lastWebhookAt) : null,
    versions: { parley: packageJson.version, graph: env().META_GRAPH_VERSION, node: process.version },
  };
}

function toApiChannel(channel: Channel) {
  const state = !channel.isConnected
    ? ("disconnected" as const)
    : channel.pause
      ? ("paused" as const)
      : ("ready" as const);
  const { quality, messagingLimit, nameStatus, accountState } = channel.health;
  return {
    id: channel.id,
    type: channel.type,
    name: channel.name,
    isConnected: channel.isConnected,
    state,
    pause: channel.pause && { code: channel.pause.code, since: toIso(channel.pause.at) },
    health: { quality, messagingLimit, nameStatus, accountState },
    lastEventAt: toIsoOrNull(channel.lastEventAt),
  };
}
