import type { Person } from "@/lib/domain/contact";
import type { DeliveryError } from "@/lib/domain/message";
import { toDeliveryError } from "../graph/error-catalogue";
import { isSomebody } from "../person";
import { epochMs } from "../timestamp";
import { failed, ignored, type Unit } from "../unit";
import { personOf } from "./person";
import { type WireContact, type WireError, WireStatus } from "./wire";

const steps = ["sent", "delivered", "read", "played", "failed"] as const;

/**
 * One item of `statuses[]`. They come in any order, and `delivered` may never come.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status
 */
export function parseStatus(raw: unknown, contacts: WireContact[]): Unit {
  const wire = WireStatus.safeParse(raw).data;
  if (!wire) return failed("status", "The item is not an object");
  const kind = `status.${wire.status ?? "unknown"}`;
  const status = steps.find((step) => step === wire.status);
  if (!status) return ignored(kind, "Not a step of a message's delivery");
  if (!wire.id) return ignored(kind, "The status names no message");
  return {
    kind,
    event: {
      type: "status",
      providerMessageId: wire.id,
      status,
      at: epochMs(wire.timestamp),
      person: recipientOf(wire, contacts),
      callbackData: wire.biz_opaque_callback_data ?? null,
      error: status === "failed" ? errorOf(wire.errors[0]) : null,
      pricing: wire.pricing
        ? {
            category: wire.pricing.category ?? null,
            type: wire.pricing.type ?? null,
            isBillable: wire.pricing.billable ?? null,
          }
        : null,
      freeEntryEndsAt: freeEntryEndOf(wire),
    },
  };
}

/** Meta names the conversation only for free entry points (from v24.0 on), and not in every status. */
function freeEntryEndOf({ conversation }: WireStatus): number | null {
  if (conversation?.origin?.type !== "referral_conversion") return null;
  return epochMs(conversation.expiration_timestamp);
}

/** In a group `recipient_id` is the group, and the participant is the person. */
function recipientOf(wire: WireStatus, contacts: WireContact[]): Person | null {
  const isGroup = wire.recipient_type === "group";
  const ids = isGroup
    ? {
        waId: wire.recipient_participant_id,
        bsuid: wire.recipient_participant_user_id,
        parentBsuid: wire.recipient_participant_parent_user_id,
      }
    : {
        waId: wire.recipient_id,
        bsuid: wire.recipient_user_id,
        parentBsuid: wire.recipient_parent_user_id ?? wire.parent_recipient_user_id,
      };
  const person = personOf(ids, contacts);
  return isSomebody(person) ? person : null;
}

function errorOf(error: WireError | undefined): DeliveryError {
  const details = error?.error_data?.details ?? error?.details ?? error?.message ?? error?.title ?? null;
  return toDeliveryError("whatsapp", error?.code ?? null, error?.error_subcode ?? null, details, null);
}
