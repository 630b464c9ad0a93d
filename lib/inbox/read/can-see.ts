import type { Conversation } from "@/lib/domain/conversation";
import type { Actor } from "@/lib/domain/member";
import { can, mayReach } from "@/lib/domain/permissions";

/** Whether an actor may see a conversation. Reads and the live stream ask here and nowhere else. */
export function canSee(actor: Actor, conversation: Pick<Conversation, "channelId">): boolean {
  return can(actor, "inbox.read") && mayReach(actor, conversation.channelId);
}
