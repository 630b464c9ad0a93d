import type { Channel } from "@/lib/domain/channel";
import { channels } from "@/lib/store/channels";
import { db } from "@/lib/store/firestore";

const KEEP_MS = 3000;

type Cached = { at: number; list: Promise<Channel[]> };
const cache = new WeakMap<object, Cached>();

/** All channels, at most three seconds old. */
export async function listChannels(): Promise<Channel[]> {
  const known = cache.get(db());
  if (known && Date.now() - known.at < KEEP_MS) return known.list;
  const list = channels()
    .get()
    .then((snapshot) => snapshot.docs.map((document) => document.data()));
  list.catch(() => cache.delete(db()));
  cache.set(db(), { at: Date.now(), list });
  return list;
}

/** Forgets what `listChannels` knows, after a channel was changed in this process. */
export function forgetChannels(): void {
  cache.delete(db());
}
