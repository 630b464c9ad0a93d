import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import type { MessageEvent } from "@/lib/domain/provider-event";

type Sighting = { isOurs: boolean; at: number; name: string | null };

/**
 * Who answers the customer, after one more event: what Meta says of it, or where a message came (messages that come in
 * standby are another app's to answer). The newest by Meta's time counts, in any order. Pure.
 */
export function withControl(conversation: Conversation, event: MessageEvent, at: number): Conversation {
  const sighting = sightingOf(event, at);
  return sighting ? withSighting(conversation, sighting) : conversation;
}

/** Whoever sends on WhatsApp takes the thread. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/standby Pure. */
export function withOwnSend(conversation: Conversation, message: Message): Conversation {
  const at = message.timeline.accepted;
  if (conversation.channel !== "whatsapp" || at === undefined || !conversation.handledBy) return conversation;
  return withSighting(conversation, { isOurs: true, at, name: null });
}

/** What is known of who answers, of two threads that become one. Pure. */
export function joinControl(into: Conversation, from: Conversation): Conversation {
  const { control, controlName } = from.marks ?? {};
  const named = controlName
    ? withSighting(into, { isOurs: false, at: controlName.at, name: controlName.by })
    : into;
  return control ? withSighting(named, { ...control, name: null }) : named;
}

function withSighting(conversation: Conversation, { isOurs, at, name }: Sighting): Conversation {
  const { marks } = conversation;
  if (!marks) return conversation;
  const { control = { at: -1, isOurs: true }, controlName } = marks;
  const isNewer = at > control.at || (at === control.at && !isOurs);
  const isNewerName = name !== null && (!controlName || isLater({ by: name, at }, controlName));
  if (!isNewer && !isNewerName) return conversation;
  const next = isNewer ? { isOurs, at } : control;
  const by = isNewerName ? { by: name, at } : controlName;
  const handledBy = next.isOurs ? null : (by?.by ?? "unknown");
  return {
    ...conversation,
    handledBy,
    marks: { ...marks, control: next, ...(by ? { controlName: by } : {}) },
  };
}

function sightingOf(event: MessageEvent, at: number): Sighting | null {
  if (event.control) {
    const { by } = event.control;
    return { isOurs: by === null, at, name: by === "unknown" ? null : by };
  }
  if (event.isHistory || event.origin === "phone" || event.kind === "system") return null;
  return { isOurs: !event.isStandby, at, name: null };
}

function isLater(next: { by: string; at: number }, known: { by: string; at: number }): boolean {
  return next.at !== known.at ? next.at > known.at : next.by > known.by;
}
