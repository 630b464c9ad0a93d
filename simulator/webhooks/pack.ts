import type { ChannelType, Update } from "../world/types";

export type Pack = { channel: ChannelType; updates: Update[] };

/** Groups updates by channel (a POST has one `object`) into packs of at most `size`, keeping their order. */
export function packUpdates(updates: readonly Update[], size: number): Pack[] {
  const packs: Pack[] = [];
  const open = new Map<ChannelType, Pack>();
  for (const update of updates) {
    const pack = open.get(update.channel);
    if (pack && pack.updates.length < size) {
      pack.updates.push(update);
      continue;
    }
    const fresh: Pack = { channel: update.channel, updates: [update] };
    packs.push(fresh);
    open.set(update.channel, fresh);
  }
  return packs;
}
