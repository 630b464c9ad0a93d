import type { ChannelType, Update } from "../world/types";

export type Pack = { channel: ChannelType; entryId: string; updates: Update[] };

/** Groups updates by account (a POST has one `object`, here one entry too) into packs of at most `size`, in order. */
export function packUpdates(
  updates: readonly Update[],
  size: number,
  entryOf: (update: Update) => string,
): Pack[] {
  const packs: Pack[] = [];
  const open = new Map<string, Pack>();
  for (const update of updates) {
    const entryId = entryOf(update);
    const key = `${update.channel} ${entryId}`;
    const pack = open.get(key);
    if (pack && pack.updates.length < size) {
      pack.updates.push(update);
      continue;
    }
    const fresh: Pack = { channel: update.channel, entryId, updates: [update] };
    packs.push(fresh);
    open.set(key, fresh);
  }
  return packs;
}
