import type { Person } from "./contact";
import type { DeliveryError, MessageKind } from "./message";
import type { MessageContent } from "./message-content";

/** Which channel an item is for, as Meta names it. */
export type ChannelRef =
  | { type: "whatsapp"; wabaId: string; phoneNumberId: string | null; displayPhone: string | null }
  | { type: "instagram"; accountId: string };

/** `customer`: the contact did it. `phone`: the business did it elsewhere (phone app, or an Instagram echo). */
export type Origin = "customer" | "phone";

export type MessageEvent = {
  type: "message";
  origin: Origin;
  person: Person;
  /** Further names of the same person, from a number or BSUID change; they become one contact. */
  aliases: Person[];
  /** Who they are from now on, after a change. With a BSUID and no number, the number known is no longer theirs. */
  becomes?: Person;
  providerMessageId: string;
  kind: MessageKind;
  text: string | null;
  content: MessageContent;
  replyTo: {
    providerMessageId: string | null;
    story: { id: string | null; url: string | null } | null;
    product: { catalogId: string | null; productId: string | null } | null;
  } | null;
  referral: Record<string, unknown> | null;
  forwarded: "once" | "many" | null;
  groupId: string | null;
  isStandby: boolean;
  /** Came with the phone app's history; of one that we sent, how far it had come. Our own may name nobody. */
  isHistory?: boolean;
  historyStatus?: "sent" | "delivered" | "read" | "played" | "failed";
  /** Who answers this customer from now on: another app by Meta's name for it, or (null) we. */
  control?: { by: string | null };
  /** Epoch ms; null when Meta's timestamp is unreadable (then arrival counts). */
  sentAt: number | null;
};

/** What one webhook item means. Times are epoch ms, null when unreadable. */
export type ProviderEvent =
  | MessageEvent
  | {
      type: "status";
      providerMessageId: string;
      status: "sent" | "delivered" | "read" | "played" | "failed";
      at: number | null;
      person: Person | null;
      callbackData: string | null;
      error: DeliveryError | null;
      pricing: { category: string | null; type: string | null; isBillable: boolean | null } | null;
      /** End of the free entry point that this message is part of, epoch ms. */
      freeEntryEndsAt?: number | null;
    }
  | { type: "read"; person: Person; providerMessageId: string; at: number | null }
  | {
      type: "reaction";
      origin: Origin;
      person: Person;
      targetProviderMessageId: string;
      emoji: string | null;
      at: number | null;
    }
  | {
      type: "edit";
      origin: Origin;
      targetProviderMessageId: string;
      text: string | null;
      editNumber: number | null;
      at: number | null;
    }
  | { type: "revoke"; origin: Origin; targetProviderMessageId: string; at: number | null }
  | { type: "preference"; person: Person; isOptedOut: boolean; at: number | null }
  /** What the phone's address book calls somebody; null when they are no longer in it. */
  | { type: "contact_name"; person: Person; name: string | null; at: number | null }
  | { type: "referral"; person: Person; referral: Record<string, unknown>; at: number | null }
  | {
      type: "template";
      templateId: string | null;
      name: string | null;
      language: string | null;
      /** `hasNewContent`: its components are others now; only the list tells which. */
      change: {
        status?: string;
        reason?: string;
        quality?: string;
        category?: string;
        hasNewContent?: boolean;
      };
      at: number | null;
    }
  | {
      type: "account";
      change: { quality?: string; messagingLimit?: string; nameStatus?: string; accountState?: string };
      /** For the list of notices: a stable name, and what Meta adds to it. */
      notice?: { name: string; detail: string | null };
      at: number | null;
    };

/**
 * One unit of a webhook body; they stand alone. `index` is its place in the body.
 * Either it has an `event`, or `ignored` says why there is nothing to do, or `error` why it could not be read.
 */
export type WebhookItem = { index: number; kind: string; channel: ChannelRef } & (
  | { event: ProviderEvent }
  | { ignored: string }
  | { error: string }
);
