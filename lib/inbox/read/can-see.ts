import type { Conversation } from "@/lib/domain/conversation";
import type { Actor } from "@/lib/domain/member";
import { can, mayReach } from "@/lib/domain/permissions";
import { splitConversationId } from "@/lib/domain/provider-keys";

/** Whether an actor may see a conversation. Reads and the live stream ask here and nowhere else. */
export function canSee(actor: Actor, conversation: Pick<Conversation, "channelId">): boolean {
  return can(actor, "inbox.read") && mayReach(actor, conversation.channelId);
}

/** The same of a conversation that may be gone: its id names its channel. */
export function canSeeId(actor: Actor, conversationId: string): boolean {
  const channelId = splitConversationId(conversationId)?.channelId ?? "";
  return canSee(actor, { channelId });
}
