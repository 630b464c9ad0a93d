import { channels } from "@/lib/store/channels";

/**
 * Channels chosen for a member as they are stored: each once, in order, only those that are there; null: all. Read
 * beside any transaction: channels change with every webhook.
 */
export async function knownChannels(
  chosen: readonly string[] | null,
): Promise<{ channelIds: string[]; names: string[] } | null> {
  if (chosen === null) return null;
  const known = (await channels().get()).docs.map((document) => document.data());
  const rows = known.filter(({ id }) => chosen.includes(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { channelIds: rows.map(({ id }) => id), names: rows.map(({ name }) => name) };
}
