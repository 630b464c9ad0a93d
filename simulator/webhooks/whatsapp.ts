import { webhookError } from "../graph/errors";
import { compact, type Json } from "../http/json";
import { numberOf } from "../world/accounts";
import type { Customer, StatusStep } from "../world/types";
import type { World } from "../world/world";

/** A WhatsApp `change`: its field and value around what `content` adds. */
export function whatsAppChange(world: World, customer: Customer, content: Json, field = "messages"): Json {
  const { phoneNumberId, displayPhone } = numberOf(world, customer);
  return {
    value: {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: displayPhone.replaceAll(/\D/g, ""), phone_number_id: phoneNumberId },
      ...content,
    },
    field,
  };
}

/** `contacts[0]`: no `wa_id` at all for a username-only customer. */
export function contactOf(customer: Customer, isUsernameShown = true): Json {
  return {
    profile: compact({
      name: customer.name,
      username: isUsernameShown && customer.username ? customer.username : undefined,
    }),
    ...compact({ wa_id: customer.waId ?? undefined, user_id: customer.bsuid ?? undefined }),
  };
}

/** The sender's ids on an inbound message: `from` only when the phone number is known. */
export function senderOf(customer: Customer): Json {
  return compact({ from: customer.waId ?? undefined, from_user_id: customer.bsuid ?? undefined });
}

export function toSeconds(ms: number): string {
  return String(Math.floor(ms / 1000));
}

/** A status update. `contacts` is absent on failed ones, pricing present on sent and delivered. */
export function statusContent(
  customer: Customer,
  message: { id: string; callbackData: string | null; category: string },
  step: StatusStep,
): Json {
  const status = compact({
    id: message.id,
    status: step.status,
    timestamp: toSeconds(step.at),
    recipient_id: customer.waId ?? undefined,
    recipient_user_id: step.status === "failed" && customer.waId ? undefined : (customer.bsuid ?? undefined),
    biz_opaque_callback_data: message.callbackData ?? undefined,
    pricing: hasPricing(step) ? pricingOf(message.category) : undefined,
    errors: step.status === "failed" ? [webhookError(step.code ?? 131000)] : undefined,
  });
  if (step.status === "failed") return { statuses: [status] };
  return { contacts: [contactOf(customer, step.status !== "sent")], statuses: [status] };
}

function hasPricing(step: StatusStep): boolean {
  return step.status === "sent" || step.status === "delivered";
}

function pricingOf(category: string): Json {
  return { billable: true, pricing_model: "PMP", category, type: "regular" };
}
