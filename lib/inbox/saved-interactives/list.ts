import type { ChannelType } from "@/lib/domain/channel";
import type { SavedInteractive } from "@/lib/domain/saved-interactive";
import { savedInteractives } from "@/lib/store/saved-interactives";

/** The team's saved messages of a channel type, by name. */
export async function listInteractives(channel: ChannelType): Promise<SavedInteractive[]> {
  const found = await savedInteractives().where("channel", "==", channel).get();
  return found.docs.map((document) => document.data()).sort((a, b) => a.name.localeCompare(b.name));
}
