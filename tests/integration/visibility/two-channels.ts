import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Contact } from "@/lib/domain/contact";
import type { Conversation } from "@/lib/domain/conversation";
import { pendingFile } from "@/lib/domain/media";
import type { Message } from "@/lib/domain/message";
import { newContact } from "@/lib/inbox/contacts/contact-profile";
import { conversationFor } from "@/lib/inbox/conversations/touch";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { messageIn } from "../live/support/seed";
import { mediaFolder } from "../media/support";
import { instagramChannel, whatsappChannel } from "../support/world";

/** Text that stands only in what is on the hidden channel. */
export const canary = "canary-7f3a";

export type Thread = { conversation: Conversation; contact: Contact; message: Message };

/** What somebody who is kept from a thread's channel may find in no answer. */
export const markersOf = ({ conversation, contact, message }: Thread): string[] => [
  conversation.channelId,
  conversation.id,
  contact.id,
  message.id,
  canary,
];

/** A thread with one picture on the WhatsApp number; every text of it holds the canary. */
export const hiddenThread = () => thread(whatsappChannel(), "wa_15550107001", `Wanda ${canary}`);
/** A thread with one picture on the Instagram account. */
export const openThread = () => thread(instagramChannel(), "ig_90001", "Olive");

async function thread(
  channel: ReturnType<typeof whatsappChannel>,
  contactId: string,
  name: string,
): Promise<Thread> {
  const now = Date.now();
  const contact = { ...newContact(contactId, channel.type, now), name };
  const conversation = { ...conversationFor(channel, contact, now), isUnread: true, lastActivityAt: now };
  const key = `${contactId}.jpg`;
  const bytes = `a picture of ${name}`;
  await writeFile(join(mediaFolder, key), bytes);
  const file = { ...pendingFile("image/jpeg"), state: "ready" as const, key, sizeBytes: bytes.length };
  const media = { mediaId: "1", url: null, mimeType: "image/jpeg", sha256: null, sizeBytes: null, file };
  const message: Message = {
    ...messageIn(conversation, `${name} says hello`, now),
    kind: "image",
    content: { kind: "image", media: [media] },
  };
  await contacts().doc(contact.id).set(contact);
  await conversations().doc(conversation.id).set(conversation);
  await messagesOf(conversation.id).doc(message.id).set(message);
  return { conversation, contact, message };
}
