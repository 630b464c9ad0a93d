import type { Channel, ChannelType } from "@/lib/domain/channel";
import { channelIdOf } from "@/lib/domain/provider-keys";
import { env } from "@/lib/env";
import { channels } from "@/lib/store/channels";
import { db } from "@/lib/store/firestore";
import { inTransaction } from "@/lib/store/transaction";
import { forgetChannels } from "./connected";

const done = new WeakMap<object, Promise<void>>();

/** Connects the channels that the environment names, once a process. One connected in the settings stays as it is. */
export function ensureEnvChannels(now = Date.now()): Promise<void> {
  const known = done.get(db());
  if (known) return known;
  const work = Promise.all(channelsOfEnv(now).map(upsert)).then(forgetChannels);
  work.catch(() => done.delete(db()));
  done.set(db(), work);
  return work;
}

function channelsOfEnv(now: number): Channel[] {
  const { WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_BUSINESS_ACCOUNT_ID, INSTAGRAM_ACCOUNT_ID, INSTAGRAM_PAGE_ID } =
    env();
  const list: Channel[] = [];
  if (WHATSAPP_PHONE_NUMBER_ID && WHATSAPP_BUSINESS_ACCOUNT_ID) {
    const ids = { wabaId: WHATSAPP_BUSINESS_ACCOUNT_ID, pageId: null };
    list.push(newChannel("whatsapp", "WhatsApp", WHATSAPP_PHONE_NUMBER_ID, ids, now));
  }
  if (INSTAGRAM_ACCOUNT_ID) {
    const ids = { wabaId: null, pageId: INSTAGRAM_PAGE_ID ?? null };
    list.push(newChannel("instagram", "Instagram", INSTAGRAM_ACCOUNT_ID, ids, now));
  }
  return list;
}

function upsert(channel: Channel): Promise<void> {
  const ref = channels().doc(channel.id);
  return inTransaction(async (tx) => {
    const known = (await tx.get(ref)).data();
    if (!known) {
      tx.create(ref, channel);
      return;
    }
    if (known.source === "settings") return;
    const { wabaId, pageId } = channel;
    if (known.isConnected && known.wabaId === wabaId && known.pageId === pageId) return;
    tx.set(ref, { ...known, wabaId, pageId, isConnected: true, updatedAt: channel.updatedAt });
  });
}

function newChannel(
  type: ChannelType,
  name: string,
  providerId: string,
  ids: Pick<Channel, "wabaId" | "pageId">,
  now: number,
): Channel {
  return {
    id: channelIdOf(type, providerId),
    type,
    name,
    providerId,
    ...ids,
    displayPhone: null,
    username: null,
    isConnected: true,
    source: "env",
    pause: null,
    health: { quality: null, messagingLimit: null, nameStatus: null, accountState: null, updatedAt: null },
    lastEventAt: null,
    createdAt: now,
    updatedAt: now,
  };
}
