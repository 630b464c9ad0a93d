import { type Contact, identitiesOf } from "@/lib/domain/contact";
import type { MessageEvent } from "@/lib/domain/provider-event";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import { newestOf } from "@/lib/inbox/contacts/contact-profile";
import { queueDownloads } from "@/lib/inbox/media/queue-downloads";
import { contacts } from "@/lib/store/contacts";
import { messagesOf } from "@/lib/store/messages";
import { providerMessages } from "@/lib/store/provider-messages";
import { toStorable } from "@/lib/store/storable";
import { peopleOf } from "../plan";
import { buildMessage } from "./build-message";
import { applyToMessage } from "./change";
import { type ApplyContext, applied, erased, type Outcome, saveMessage } from "./context";
import { noteControl } from "./control";
import { settleEcho } from "./echo";
import { laterContentOf } from "./later-content";
import { heedOptOut } from "./opt-out";
import { sendParked } from "./parked";
import { contactOf, threadOf } from "./person";
import { linkQuotes, quotedBy } from "./quote";
import { noteRead, withReads } from "./read";
import { seeAgain } from "./seen-again";
import { applyPending } from "./settle-pending";

/** A message of the customer, or one that we sent elsewhere, gets its place in the thread, once. */
export async function applyMessage(
  context: ApplyContext,
  event: MessageEvent,
  index: number,
): Promise<Outcome> {
  const { unit, channel } = context;
  if (peopleOf(event).flatMap(identitiesOf).length === 0) {
    return applyToMessage(context, event.providerMessageId, laterContentOf(event));
  }
  const key = providerMessageKey(channel.id, event.providerMessageId);
  const sentAt = event.sentAt ?? context.receivedAt;
  // A notice whose time cannot be read tells less than any that has one.
  const isPast = event.isHistory === true || event.origin === "phone";
  const sighting = { at: event.sentAt ?? 0, fallbackId: `x_${key}`, becomes: event.becomes, isPast };
  const ref = providerMessages().doc(key);
  const row = await unit.get(ref);
  if (row?.erasedAt) return erased;
  const seen = await contactOf(context, event.person, event.aliases, sighting);
  const contact = noteOnContact(context, seen, event, sentAt);
  if (row?.conversationId) return seeAgain(context, event, row);
  const conversation = await threadOf(context, contact);
  if (event.origin === "phone" && (await settleEcho(context, conversation, event, sentAt))) return applied;
  const replyTo = await quotedBy(context, event, key);
  const built = buildMessage(context, event, { conversation, contact, key, sentAt, index, replyTo });
  const pending = row?.pending ?? [];
  const message = withReads(conversation, await queueDownloads(context, applyPending(built, pending)));
  await unit.load([messagesOf(conversation.id).doc(key)]);
  saveMessage(context, conversation, message, { isNew: true });
  unit.set(ref, {
    id: key,
    channelId: channel.id,
    providerMessageId: event.providerMessageId,
    conversationId: conversation.id,
    messageId: key,
    attempt: 0,
    pending: await linkQuotes(unit, message, pending),
    createdAt: row?.createdAt ?? context.now,
  });
  for (const change of pending) {
    if (change.type === "read") await noteRead(context, conversation.id, { sentAt, readAt: change.at });
  }
  await noteControl(context, conversation.id, event, sentAt);
  await heedOptOut(context, message, index);
  await sendParked(context, message);
  return applied;
}

function noteOnContact(context: ApplyContext, contact: Contact, event: MessageEvent, at: number): Contact {
  if (event.origin === "customer" && contact.channel === "instagram" && contact.name === null) {
    context.profileContactIds.add(contact.id);
  }
  if (event.referral === null || event.origin !== "customer") return contact;
  const lastReferral = newestOf(contact.lastReferral, { at, referral: toStorable(event.referral) });
  const next = { ...contact, lastReferral };
  context.unit.set(contacts().doc(contact.id), next);
  return next;
}
