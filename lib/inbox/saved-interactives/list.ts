import type { ChannelType } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import type { SavedInteractive } from "@/lib/domain/saved-interactive";
import { listChannels } from "@/lib/inbox/read/list-channels";
import { savedInteractives } from "@/lib/store/saved-interactives";

/** The team's saved messages of a channel type, by name; none for somebody who reaches no channel of that type. */
export async function listInteractives(actor: Actor, channel: ChannelType): Promise<SavedInteractive[]> {
  const reached = (await listChannels(actor)).some(({ type }) => type === channel);
  if (!reached) return [];
  const found = await savedInteractives().where("channel", "==", channel).get();
  return found.docs.map((document) => document.data()).sort((a, b) => a.name.localeCompare(b.name));
}
