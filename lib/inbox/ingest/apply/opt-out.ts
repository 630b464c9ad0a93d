import type { Message } from "@/lib/domain/message";
import { optOutText } from "@/lib/domain/opt-out-texts";
import { optOutIntent } from "@/lib/domain/opt-out-words";
import { messageSortKey } from "@/lib/domain/sort-key";
import { noteOptOut } from "@/lib/inbox/contacts/note-opt-out";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { currentContact } from "@/lib/inbox/outbound/locate";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { type ApplyContext, saveMessage } from "./context";
import { queueAutomatic } from "./queue-automatic";

/**
 * A customer on WhatsApp wrote STOP or its like, and nothing else: no more marketing templates, a line in the thread
 * that says so, and one confirmation. START undoes it in the same way.
 */
export async function heedOptOut(context: ApplyContext, message: Message, index: number): Promise<void> {
  if (message.direction !== "inbound" || message.channel !== "whatsapp" || message.isHistory) return;
  if (message.kind !== "text" && message.kind !== "tap") return;
  const found = optOutIntent(message.text);
  if (!found) return;
  const { id: messageId, channelId, sentAt: at } = message;
  const told = { isOptedOut: found.intent === "stop", at, source: "word", channelId, messageId } as const;
  const hasChanged = await noteOptOut(context.unit, message.contactId, told, context.now);
  if (!hasChanged) return;
  await addLine(context, message, found.intent, index);
  const contact = await currentContact(context.unit, message.contactId);
  if (!contact) return;
  await queueAutomatic(context, message.conversationId, {
    messageId: `oo_${message.id}`,
    text: optOutText(found, contact),
    actor: systemActor,
    automation: "opt_out_confirmation",
  });
}

async function addLine(
  context: ApplyContext,
  message: Message,
  intent: "stop" | "start",
  index: number,
): Promise<void> {
  const { unit, receivedAt } = context;
  const id = `ol_${message.id}`;
  await unit.load([messagesOf(message.conversationId).doc(id)]);
  const conversation = await unit.get(conversations().doc(message.conversationId));
  if (!conversation) return;
  const event = intent === "stop" ? "marketing_stopped" : "marketing_resumed";
  saveMessage(context, conversation, {
    ...message,
    id,
    kind: "system",
    text: null,
    content: { kind: "system", event, body: null },
    author: { kind: "system", id: null, name: null },
    providerMessageId: null,
    replyTo: null,
    referral: null,
    forwarded: null,
    reactions: [],
    removedReactions: undefined,
    editedAt: null,
    edits: [],
    revokedAt: null,
    // Right behind the message that it is about.
    sortKey: `${messageSortKey(message.sentAt, receivedAt, index)}_line`,
  });
}
