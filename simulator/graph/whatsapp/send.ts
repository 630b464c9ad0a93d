import { type Told, tellWhatsAppStatuses } from "../../customers/receive";
import { asObject, asText, type Json } from "../../http/json";
import { newWamid } from "../../world/ids";
import type { Customer, PhoneMessage } from "../../world/types";
import { addMessage, type World } from "../../world/world";
import type { Shown } from "../content";
import { graphError, paramError } from "../errors";
import type { Effects } from "../faults";
import { onlyKeys, requiredObject, requiredText } from "./check";
import { checkContent } from "./check-content";
import { recipientOf } from "./recipient";

const windowMs = 24 * 3600_000;

export type Sent = { answer: Json; told: Told };

/**
 * `POST /{phone_number_id}/messages`. Throws a GraphError for whatever Meta refuses. A 200 means accepted only.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export function sendWhatsApp(world: World, body: Json, effects: Effects): Sent {
  if (body.messaging_product === undefined) throw paramError("The parameter messaging_product is required.");
  if (body.messaging_product !== "whatsapp") {
    throw paramError("Param messaging_product must be one of {WHATSAPP} - got a different value.");
  }
  const type = body.type === undefined ? "text" : requiredText(body.type, "type");
  const callbackData = checkCallbackData(body.biz_opaque_callback_data);
  const recipient = recipientOf(world, body);
  const content = checkContent(world, type, body, effects);
  const replyTo = checkContext(body);
  checkRates(world, recipient.key);
  const customer = recipient.customer(type === "template");
  const failWith = effects.failedStatus ?? windowFailure(world, customer, type);
  const message = toPhone(world, customer, { type, content, replyTo, callbackData, body });
  const hasArrived = failWith === null && (customer?.isReachable ?? false);
  if (hasArrived && customer) arrive(world, customer, message);
  const told =
    effects.isSilent || !customer
      ? { firstAttempts: [] }
      : tellWhatsAppStatuses(world, customer, message, failWith);
  return { answer: answerOf(recipient, customer, message), told };
}

function answerOf(
  recipient: ReturnType<typeof recipientOf>,
  customer: Customer | null,
  message: PhoneMessage,
): Json {
  const contact = recipient.isPhone
    ? { input: recipient.input, wa_id: customer?.waId ?? recipient.key }
    : { input: recipient.input, user_id: recipient.key };
  return {
    messaging_product: "whatsapp",
    contacts: [contact],
    messages: [
      message.kind === "template"
        ? { id: message.providerMessageId, message_status: "accepted" }
        : { id: message.providerMessageId },
    ],
  };
}

/** A reaction changes the message it names; anything else is a new line on the phone. */
function arrive(world: World, customer: Customer, message: PhoneMessage): void {
  customer.typingUntil = null;
  if (message.kind !== "reaction") {
    addMessage(world, message);
    return;
  }
  const reaction = asObject(message.wire.reaction);
  const target = world.index.messages.get(asText(reaction?.message_id) ?? "");
  if (target) target.reactions.business = asText(reaction?.emoji) || null;
  world.changed();
}

function toPhone(
  world: World,
  customer: Customer | null,
  sent: { type: string; content: Shown; replyTo: string | null; callbackData: string | null; body: Json },
): PhoneMessage {
  return {
    providerMessageId: newWamid(customer?.waId ?? customer?.bsuid ?? "unknown"),
    customerId: customer?.id ?? "",
    from: "business",
    at: world.now(),
    ...sent.content,
    replyTo: sent.replyTo,
    reactions: { customer: null, business: null },
    editedAt: null,
    deletedAt: null,
    statuses: [],
    readByBusinessAt: null,
    callbackData: sent.callbackData,
    wire: { type: sent.type, [sent.type]: sent.body[sent.type] },
  };
}

function checkCallbackData(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return requiredText(value, "biz_opaque_callback_data", 512);
}

function checkContext(body: Json): string | null {
  if (body.context === undefined || body.context === null) return null;
  const context = requiredObject(body.context, "context");
  onlyKeys(context, ["message_id"], "context");
  return requiredText(context.message_id, "context['message_id']");
}

function checkRates(world: World, recipient: string): void {
  const { isPairLimited, messagesPerSecond } = world.state.delivery;
  if (!world.rates.takeThroughput(messagesPerSecond, world.now())) throw graphError(130429);
  if (isPairLimited && !world.rates.takePair(recipient, world.now())) throw graphError(131056);
}

/** Outside 24 hours only templates go out: refused at once, or later as a failed status when so configured. */
function windowFailure(world: World, customer: Customer | null, type: string): number | null {
  if (type === "template") return null;
  const isOpen = customer?.lastWroteAt != null && world.now() - customer.lastWroteAt < windowMs;
  if (isOpen) return null;
  if (world.state.delivery.windowFailure === "status" && customer) return 131047;
  throw graphError(131047);
}
