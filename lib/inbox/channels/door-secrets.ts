import type { Channel, ChannelType } from "@/lib/domain/channel";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import { channels } from "@/lib/store/channels";
import { db } from "@/lib/store/firestore";
import { appSecretsOf, verifyTokenOf } from "./secrets";

/** What a webhook of one kind may be signed with, or shake hands with. */
export type DoorSecrets = { appSecrets: string[]; verifyTokens: string[] };

type Known = { readAt: number; byType: Record<ChannelType, DoorSecrets> };
type Door = { known: Known | null; reading: Promise<Known> | null };

/** Meta repeats what was not answered for days, also after a channel was disconnected here. */
export const AFTER_DISCONNECT_MS = 7 * 24 * 60 * 60 * 1000;
/** Behind the answer the secrets are read anew this often, so that one taken out elsewhere stops counting. */
const STALE_MS = 30_000;
/** However many wrong signatures come, the store is asked once in this time. */
const AGAIN_MS = 1_000;

/** The environment's secrets and those of the channels as last read; the store is not waited for once it was read. */
export async function doorSecrets(type: ChannelType, now = Date.now()): Promise<DoorSecrets> {
  const door = thisDoor();
  if (door.known && now - door.known.readAt > STALE_MS) {
    readAgain(door, now).catch((err: unknown) =>
      log.warn({ err }, "The channels' secrets could not be read"),
    );
  }
  const known = door.known ?? (await readAgain(door, now));
  return together(type, known);
}

/** The same read from the store now, because nothing fitted; null when it was read a moment ago. */
export async function freshDoorSecrets(type: ChannelType, now = Date.now()): Promise<DoorSecrets | null> {
  const door = thisDoor();
  if (!door.reading && door.known && now - door.known.readAt < AGAIN_MS) return null;
  return together(type, await readAgain(door, now));
}

/** After a channel's secrets were changed in this process. */
export function forgetDoorSecrets(): void {
  doors().delete(db());
}

const doors = () => processWide("door-secrets", () => new WeakMap<object, Door>());

function thisDoor(): Door {
  const known = doors().get(db());
  if (known) return known;
  const door: Door = { known: null, reading: null };
  doors().set(db(), door);
  return door;
}

function readAgain(door: Door, now: number): Promise<Known> {
  door.reading ??= read(now)
    .then((known) => {
      door.known = known;
      return known;
    })
    .finally(() => {
      door.reading = null;
    });
  return door.reading;
}

async function read(now: number): Promise<Known> {
  const list = (await channels().get()).docs.map((document) => document.data());
  const [whatsapp, instagram] = await Promise.all([
    secretsOf(list, "whatsapp", now),
    secretsOf(list, "instagram", now),
  ]);
  return { readAt: now, byType: { whatsapp, instagram } };
}

async function secretsOf(list: readonly Channel[], type: ChannelType, now: number): Promise<DoorSecrets> {
  const counted = list.filter((channel) => channel.type === type && isCounted(channel, now));
  const appSecrets = (await Promise.all(counted.map(appSecretsOf))).flat();
  const tokens = await Promise.all(counted.filter(({ isConnected }) => isConnected).map(verifyTokenOf));
  return { appSecrets, verifyTokens: tokens.filter((token) => token !== null) };
}

function isCounted({ isConnected, credentials, disconnectedAt }: Channel, now: number): boolean {
  if (!credentials) return false;
  return isConnected || now - (disconnectedAt ?? 0) < AFTER_DISCONNECT_MS;
}

function together(type: ChannelType, { byType }: Known): DoorSecrets {
  const { META_APP_SECRET = [], WHATSAPP_VERIFY_TOKEN, INSTAGRAM_VERIFY_TOKEN } = env();
  const verifyToken = type === "whatsapp" ? WHATSAPP_VERIFY_TOKEN : INSTAGRAM_VERIFY_TOKEN;
  return {
    appSecrets: [...new Set([...META_APP_SECRET, ...byType[type].appSecrets])],
    verifyTokens: [...(verifyToken ? [verifyToken] : []), ...byType[type].verifyTokens],
  };
}
