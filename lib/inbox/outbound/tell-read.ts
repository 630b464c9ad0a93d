import { channelClient } from "@/lib/channels/client";
import type { Conversation } from "@/lib/domain/conversation";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { log } from "@/lib/log";
import { channels } from "@/lib/store/channels";
import { contacts } from "@/lib/store/contacts";

/** WhatsApp takes read marks for a message for 30 days. */
const MARKABLE_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Tells Meta that the customer's messages were read here, or that an answer is being typed. A courtesy: what fails is
 * logged by its code and shown to nobody. Never throws.
 */
export async function tellRead(
  conversation: Conversation,
  { isTyping }: { isTyping: boolean },
): Promise<void> {
  const { lastInboundProviderId, lastInboundAt, channelId, contactId } = conversation;
  if (!lastInboundProviderId || Date.now() - (lastInboundAt ?? 0) > MARKABLE_MS) return;
  try {
    const channel = (await channels().doc(channelId).get()).data();
    const credentials = channel?.isConnected && !channel.pause ? await credentialsOf(channel) : null;
    if (!credentials) return;
    const recipientId = (await contacts().doc(contactId).get()).data()?.igsid ?? null;
    const told = await channelClient(credentials).markRead(lastInboundProviderId, { isTyping, recipientId });
    if (!told.ok) log.info({ channelId, code: told.failure.code, isTyping }, "a read mark was refused");
  } catch (err) {
    log.warn({ err, channelId }, "a read mark was not sent");
  }
}
