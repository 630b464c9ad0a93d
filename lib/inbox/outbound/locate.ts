import type { Channel } from "@/lib/domain/channel";
import type { Contact } from "@/lib/domain/contact";
import type { Conversation } from "@/lib/domain/conversation";
import type { Actor } from "@/lib/domain/member";
import type { Message } from "@/lib/domain/message";
import { mayReach } from "@/lib/domain/permissions";
import { channels } from "@/lib/store/channels";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import type { Unit } from "@/lib/store/unit";

/** Longer chains of merges than this are a bug, not people. */
const MERGES = 8;

/**
 * A conversation as it is today: the one it was merged into, if it was. Null when there is none, and when it is on a
 * channel that the actor does not reach: for them it does not exist.
 */
export async function currentConversation(
  unit: Unit,
  actor: Actor,
  id: string,
): Promise<Conversation | null> {
  let next = id;
  for (let hop = 0; hop < MERGES; hop += 1) {
    const conversation = await unit.get(conversations().doc(next));
    if (!conversation) return null;
    if (!conversation.mergedInto) return mayReach(actor, conversation.channelId) ? conversation : null;
    next = conversation.mergedInto;
  }
  return null;
}

/** A contact as it is today. */
export async function currentContact(unit: Unit, id: string): Promise<Contact | null> {
  let next = id;
  for (let hop = 0; hop < MERGES; hop += 1) {
    const contact = await unit.get(contacts().doc(next));
    if (!contact) return null;
    if (!contact.mergedInto) return contact;
    next = contact.mergedInto;
  }
  return null;
}

/** A message and the conversation it is in now, wherever merging has put them; null as for `currentConversation`. */
export async function currentMessage(
  unit: Unit,
  actor: Actor,
  conversationId: string,
  messageId: string,
): Promise<{ conversation: Conversation; message: Message } | null> {
  const conversation = await currentConversation(unit, actor, conversationId);
  if (!conversation) return null;
  const message = await unit.get(messagesOf(conversation.id).doc(messageId));
  return message ? { conversation, message } : null;
}

/**
 * A channel, read beside the transaction: its document changes with every webhook, and holding it would have all
 * senders and receivers wait for each other.
 */
export async function readChannel(id: string): Promise<Channel | null> {
  return (await channels().doc(id).get()).data() ?? null;
}
