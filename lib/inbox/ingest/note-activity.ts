import { log } from "@/lib/log";
import { channels } from "@/lib/store/channels";
import { db } from "@/lib/store/firestore";
import type { Work } from "./plan";

const EVERY_MS = 15_000;

const noted = new WeakMap<object, Map<string, number>>();

/** Keeps `lastEventAt` of channels roughly right, without a write for each webhook. Epoch ms. */
export function noteChannelActivity(works: readonly Work[], receivedAt: number): void {
  const known = noted.get(db()) ?? new Map<string, number>();
  noted.set(db(), known);
  const ids = new Set(works.flatMap((work) => work.channels.map(({ id }) => id)));
  for (const id of ids) {
    if (receivedAt - (known.get(id) ?? 0) < EVERY_MS) continue;
    known.set(id, receivedAt);
    channels()
      .doc(id)
      .update({ lastEventAt: receivedAt })
      .catch((error: unknown) => log.debug({ err: error, channelId: id }, "lastEventAt was not written"));
  }
}
