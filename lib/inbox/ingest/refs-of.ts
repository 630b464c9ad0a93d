import { identitiesOf } from "@/lib/domain/contact";
import { phoneKey } from "@/lib/domain/phone-variants";
import type { WebhookItem } from "@/lib/domain/provider-event";
import { pseudonymOf } from "@/lib/inbox/audit/pseudonym";
import { peopleOf } from "./plan";

/** A history of thousands of messages is not found by each of them. */
const MAX_REFS = 500;

/**
 * Digests of the ids that stand in an event: message ids, phone numbers, user ids, numbers and accounts. They are keyed
 * (message ids of WhatsApp hold the phone number, so they are no better than it), so that an event is found by whoever
 * has the id, and tells nobody else.
 */
export async function refsOf(items: readonly WebhookItem[]): Promise<string[]> {
  const ids = new Set(items.flatMap(idsIn));
  return Promise.all([...ids].slice(0, MAX_REFS).map(pseudonymOf));
}

/** The digests under which an event would be found that holds what somebody typed: an id, or a phone number as people write it. */
export async function refsForSearch(text: string): Promise<string[]> {
  const typed = text.trim();
  if (typed === "") return [];
  const digits = typed.replaceAll(/[^\d]/g, "");
  const isPhone = /^\+?[\d\s().-]{6,25}$/.test(typed);
  const ids = new Set(isPhone ? [typed, digits, phoneKey(digits)] : [typed]);
  return Promise.all([...ids].map(pseudonymOf));
}

function idsIn(item: WebhookItem): string[] {
  const { channel } = item;
  const scope =
    channel.type === "whatsapp" ? [channel.wabaId, channel.phoneNumberId ?? ""] : [channel.accountId];
  return [...scope, ...("event" in item ? idsOfEvent(item.event) : [])].filter((id) => id !== "");
}

function idsOfEvent(event: Extract<WebhookItem, { event: unknown }>["event"]): string[] {
  const people = peopleOf(event)
    .flatMap(identitiesOf)
    .map(({ kind, value }) => (kind === "wa_id" ? phoneKey(value) : value));
  const messages = [
    "providerMessageId" in event ? event.providerMessageId : "",
    "targetProviderMessageId" in event ? event.targetProviderMessageId : "",
  ];
  const template = event.type === "template" ? (event.templateId ?? "") : "";
  return [...messages, ...people, template];
}
