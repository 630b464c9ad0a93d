import { SimError } from "../http/context";
import { asText, type Json } from "../http/json";
import { toSeconds, whatsAppChange } from "../webhooks/whatsapp";
import { newBsuid, newWamid } from "../world/ids";
import type { Customer } from "../world/types";
import { buildIndex, findCustomer, type World } from "../world/world";
import { deliverWaiting, readChat } from "./receive";

const flags = ["isReachable", "hasOptedOut", "hasReadReceipts"] as const;

/** Changes a customer; opening the chat, turning the phone on and a new number do what they do in life. */
export function changeCustomer(world: World, customer: Customer, body: Json): Customer {
  for (const flag of flags) if (typeof body[flag] === "boolean") customer[flag] = body[flag];
  if (asText(body.name)) customer.name = asText(body.name) ?? customer.name;
  if (body.username !== undefined) customer.username = asText(body.username)?.replace(/^@/, "") ?? null;
  if (typeof body.lastWroteAt === "number" || body.lastWroteAt === null)
    customer.lastWroteAt = body.lastWroteAt;
  if (typeof body.lastWroteAgoMs === "number") customer.lastWroteAt = world.now() - body.lastWroteAgoMs;
  if (body.profile === "visible" || body.profile === "needs_consent" || body.profile === "unknown")
    customer.profile = body.profile;
  if (typeof body.isPhoneOn === "boolean") {
    const wasOff = !customer.isPhoneOn;
    customer.isPhoneOn = body.isPhoneOn;
    if (wasOff && body.isPhoneOn) deliverWaiting(world, customer);
  }
  if (typeof body.isChatOpen === "boolean") {
    const wasClosed = !customer.isChatOpen;
    customer.isChatOpen = body.isChatOpen;
    if (wasClosed && body.isChatOpen) readChat(world, customer);
  }
  if (body.phone !== undefined) changeNumber(world, customer, asText(body.phone) ?? "");
  world.changed();
  return customer;
}

/** A new number comes with a new BSUID, told by a system message that carries the old one. */
function changeNumber(world: World, customer: Customer, phone: string): void {
  const waId = phone.replaceAll(/\D/g, "");
  if (customer.channel !== "whatsapp" || !waId)
    throw new SimError(400, "phone is digits, for WhatsApp only.");
  if (findCustomer(world, waId)) throw new SimError(400, `There is a customer ${waId} already.`);
  const previous = { waId: customer.waId, bsuid: customer.bsuid };
  customer.waId = waId;
  customer.bsuid = newBsuid(waId);
  world.index = buildIndex(world.state);
  const system = {
    body: `User ${customer.name} changed from ${previous.waId ?? previous.bsuid} to ${waId}`,
    wa_id: waId,
    user_id: customer.bsuid,
    previous_user_id: previous.bsuid,
    type: "user_changed_number",
  };
  const row = {
    ...(previous.waId ? { from: previous.waId } : {}),
    id: newWamid(waId),
    timestamp: toSeconds(world.now()),
    type: "system",
    system,
  };
  world.queue.add({
    channel: "whatsapp",
    kind: "message.system",
    customerId: customer.id,
    content: whatsAppChange(world, customer, { messages: [row] }),
  });
}
