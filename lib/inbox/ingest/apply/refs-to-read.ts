import type { Channel } from "@/lib/domain/channel";
import { identitiesOf } from "@/lib/domain/contact";
import type { ProviderEvent } from "@/lib/domain/provider-event";
import { conversationIdOf, providerMessageKey } from "@/lib/domain/provider-keys";
import { contactIdOf, refsOfPerson } from "@/lib/inbox/contacts/resolve";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { providerMessages } from "@/lib/store/provider-messages";
import type { AnyRef } from "@/lib/store/unit";
import type { Work } from "../plan";

/**
 * The documents that applying these items will most likely read, so that one round trip gets them. A guess too few
 * costs a round trip, a guess too many a lock; neither changes the outcome.
 */
export function refsToRead(chunk: readonly Work[], channel: Channel): AnyRef[] {
  return chunk.flatMap(({ event }) => refsOfEvent(event, channel));
}

function refsOfEvent(event: ProviderEvent, channel: Channel): AnyRef[] {
  if (event.type === "message") return refsOfMessage(event, channel);
  if (event.type === "preference" || event.type === "referral" || event.type === "contact_name")
    return refsOfPerson(event.person);
  if (event.type === "template" || event.type === "account") return [];
  const target = "targetProviderMessageId" in event ? event.targetProviderMessageId : event.providerMessageId;
  return [providerMessages().doc(providerMessageKey(channel.id, target))];
}

function refsOfMessage(event: Extract<ProviderEvent, { type: "message" }>, channel: Channel): AnyRef[] {
  const key = providerMessageKey(channel.id, event.providerMessageId);
  const [first] = identitiesOf(event.person).sort((a, b) => (a.kind > b.kind ? -1 : 1));
  const thread = first && conversationIdOf(channel.id, contactIdOf(first));
  return [
    providerMessages().doc(key),
    ...refsOfPerson(event.person, event.aliases),
    ...(thread ? [conversations().doc(thread), messagesOf(thread).doc(key)] : []),
  ];
}
