import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { mayReach } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { readChannel } from "@/lib/inbox/outbound/locate";
import { readConversation } from "@/lib/inbox/read/read-conversation";
import { isDocumentId } from "@/lib/store/document-id";

/** A conversation, or a channel for a conversation that is still to begin. */
export type UploadTarget = { conversationId: string } | { channelId: string };

export type UploadPlace = { channel: Channel; conversationId: string | null; contactId: string | null };

/** Where a file is meant to go, for somebody who may see it. A merged conversation is the one it became. */
export async function uploadPlace(actor: Actor, target: UploadTarget): Promise<Result<UploadPlace>> {
  if ("channelId" in target) {
    const isTheirs = isDocumentId(target.channelId) && mayReach(actor, target.channelId);
    const channel = isTheirs ? await readChannel(target.channelId) : null;
    return channel
      ? ok({ channel, conversationId: null, contactId: null })
      : fail("not_found", "There is no such channel");
  }
  let conversation = await readConversation(actor, target.conversationId);
  for (let hop = 0; conversation?.mergedInto && hop < 8; hop += 1) {
    conversation = await readConversation(actor, conversation.mergedInto);
  }
  const channel = conversation && (await readChannel(conversation.channelId));
  if (!conversation || !channel) return fail("not_found", "There is no such conversation");
  return ok({ channel, conversationId: conversation.id, contactId: conversation.contactId });
}
