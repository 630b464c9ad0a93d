import { isDeepStrictEqual } from "node:util";
import type { Channel, ChannelSecrets } from "@/lib/domain/channel";
import { resealSecret } from "@/lib/inbox/seal/reseal";
import { log } from "@/lib/log";
import { channels } from "@/lib/store/channels";
import { inTransaction } from "@/lib/store/transaction";
import { AFTER_DISCONNECT_MS } from "./door-secrets";
import { placeOf } from "./secrets";

/**
 * Seals every channel's secrets anew that another key than the present one sealed, so that an old key may be taken out,
 * and deletes what was kept of a disconnected channel for Meta's last deliveries. Gives how many channels changed.
 */
export async function resealChannels(now: number): Promise<number> {
  let changed = 0;
  for (const document of (await channels().get()).docs) {
    const before = document.data();
    if (!before.credentials) continue;
    const after = await upToDate(before, now);
    if (isDeepStrictEqual(after, before.credentials)) continue;
    changed += (await replace(before, after)) ? 1 : 0;
  }
  if (changed > 0) log.info({ changed }, "channels' secrets were sealed anew or deleted");
  return changed;
}

async function upToDate(channel: Channel, now: number): Promise<ChannelSecrets | null> {
  const { id, credentials, isConnected, disconnectedAt } = channel;
  if (!credentials) return null;
  if (!isConnected && now - (disconnectedAt ?? 0) >= AFTER_DISCONNECT_MS) return null;
  const { token, appSecrets, verifyToken } = credentials;
  return {
    token: token && (await resealSecret(token, placeOf(id, "token"))),
    appSecrets: await Promise.all(appSecrets.map((one) => resealSecret(one, placeOf(id, "appSecret")))),
    verifyToken: verifyToken && (await resealSecret(verifyToken, placeOf(id, "verifyToken"))),
  };
}

/** Not when somebody has changed the secrets meanwhile: the next run sees to those. */
function replace(before: Channel, credentials: ChannelSecrets | null): Promise<boolean> {
  const ref = channels().doc(before.id);
  return inTransaction(async (tx) => {
    const current = (await tx.get(ref)).data();
    if (!current || !isDeepStrictEqual(current.credentials, before.credentials)) return false;
    tx.set(ref, { ...current, credentials });
    return true;
  });
}
