import type { ChannelType } from "@/lib/domain/channel";
import type { DoorState } from "@/lib/domain/webhook-door";
import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import { db } from "@/lib/store/firestore";
import { noteDoor, readDoorStates } from "@/lib/store/webhook-door";

export type DoorEvent = "accepted" | "refused" | "handshake" | "handshakeRefused";

type Noted = { writtenAt: Partial<Record<DoorEvent, number>>; refused: number; hasRefused: boolean };

/** How often each is written down at most: the busiest webhook writes once a minute. */
const EVERY_MS: Record<DoorEvent, number> = {
  accepted: 60_000,
  refused: 10_000,
  handshake: 0,
  handshakeRefused: 5_000,
};
/** After wrong signatures a right one is news, and is written down sooner. */
const AFTER_REFUSALS_MS = 5_000;

/** How the webhooks were used lately, by kind: for the setup page. No secrets. */
export function readWebhookDoor(): Promise<Record<ChannelType, DoorState>> {
  return readDoorStates();
}

/**
 * Notes what came to a webhook. Most of the time that is all; else it gives the write to make behind the answer, which
 * never throws.
 */
export function noteAtDoor(
  type: ChannelType,
  event: DoorEvent,
  now = Date.now(),
): (() => Promise<void>) | null {
  const noted = notedOf(type);
  if (event === "refused") noted.refused += 1;
  const hasNews = event === "accepted" && (noted.hasRefused || noted.refused > 0);
  const everyMs = hasNews ? AFTER_REFUSALS_MS : EVERY_MS[event];
  if (now - (noted.writtenAt[event] ?? Number.NEGATIVE_INFINITY) < everyMs) return null;
  noted.writtenAt[event] = now;
  const { refused } = noted;
  if (event === "refused" || event === "accepted") {
    noted.refused = 0;
    noted.hasRefused = event === "refused";
  }
  const counts = { refused: event === "refused" ? refused : 0, isReset: event === "accepted" };
  return () =>
    noteDoor(type, { [`${event}At`]: now }, counts).catch((err: unknown) => {
      log.warn({ err, channel: type }, "What came to the webhook could not be noted");
    });
}

function notedOf(type: ChannelType): Noted {
  const byStore = processWide("webhook-door", () => new WeakMap<object, Map<ChannelType, Noted>>());
  const kinds = byStore.get(db()) ?? new Map<ChannelType, Noted>();
  byStore.set(db(), kinds);
  const noted = kinds.get(type) ?? { writtenAt: {}, refused: 0, hasRefused: false };
  kinds.set(type, noted);
  return noted;
}
