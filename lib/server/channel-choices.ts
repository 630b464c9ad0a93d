import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { listChannels } from "@/lib/inbox/read/list-channels";

/** The channels that something may be bound to, as a form shows them. */
export async function channelChoices(actor: Actor): Promise<Pick<Channel, "id" | "type" | "name">[]> {
  return (await listChannels(actor)).map(({ id, type, name }) => ({ id, type, name }));
}
