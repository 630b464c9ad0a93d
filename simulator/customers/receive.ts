import { compact, type Json } from "../http/json";
import { echoEvent, fromCustomer } from "../webhooks/instagram";
import { statusContent, whatsAppChange } from "../webhooks/whatsapp";
import type { Customer, PhoneMessage, StatusStep } from "../world/types";
import { messagesOf, type World } from "../world/world";

export type Told = { firstAttempts: Promise<void>[] };

/** Tells the business how a WhatsApp message fares: sent, delivered when the phone is on, read when the chat is open. */
export function tellWhatsAppStatuses(
  world: World,
  customer: Customer,
  message: PhoneMessage,
  failWith: number | null,
): Told {
  const { sentDelayMs, isStatusBeforeAnswer } = world.state.delivery;
  const code = failWith ?? failureOf(customer, message);
  const first = isStatusBeforeAnswer ? 0 : sentDelayMs;
  if (code !== null) return { firstAttempts: [tellStatus(world, customer, message, "failed", first, code)] };
  const told = [tellStatus(world, customer, message, "sent", first)];
  if (customer.isPhoneOn) told.push(...tellArrival(world, customer, message, first));
  return { firstAttempts: told };
}

/** Instagram: an echo with the same mid, then a read when the chat is open. */
export function tellInstagramEcho(world: World, customer: Customer, message: PhoneMessage): Told {
  const { sentDelayMs, readDelayMs, isStatusBeforeAnswer } = world.state.delivery;
  const delayMs = isStatusBeforeAnswer ? 0 : sentDelayMs;
  const content = echoEvent(world, customer, message.at, {
    mid: message.providerMessageId,
    ...echoPart(message.wire),
    ...(message.replyTo ? { reply_to: { mid: message.replyTo } } : {}),
  });
  const echo = world.queue.add({
    channel: "instagram",
    kind: `echo.${message.kind}`,
    customerId: customer.id,
    content,
    delayMs,
  });
  message.statuses.push({ status: "sent", at: message.at + delayMs });
  if (customer.isChatOpen) readChat(world, customer, delayMs + readDelayMs);
  return { firstAttempts: [echo.firstAttempt] };
}

/** The customer turns the phone on: what waited is delivered. */
export function deliverWaiting(world: World, customer: Customer): void {
  if (customer.channel === "instagram") return;
  for (const message of messagesOf(world, customer.id)) {
    if (isWaiting(message)) tellArrival(world, customer, message, 0);
  }
}

/** The customer looks at the chat: everything from the business is read. */
export function readChat(world: World, customer: Customer, delayMs = world.state.delivery.readDelayMs): void {
  if (!customer.hasReadReceipts) return;
  const unread = messagesOf(world, customer.id).filter(isUnreadFromBusiness);
  const last = unread.at(-1);
  if (!last) return;
  if (customer.channel === "whatsapp") {
    for (const message of unread) tellStatus(world, customer, message, "read", delayMs);
    return;
  }
  const at = world.now() + delayMs;
  for (const message of unread) message.statuses.push({ status: "read", at });
  const content = fromCustomer(world, customer, at, { read: { mid: last.providerMessageId } });
  world.queue.add({ channel: "instagram", kind: "read", customerId: customer.id, content, delayMs });
}

function tellArrival(
  world: World,
  customer: Customer,
  message: PhoneMessage,
  afterMs: number,
): Promise<void>[] {
  const { deliveredDelayMs, readDelayMs } = world.state.delivery;
  const delivered = tellStatus(world, customer, message, "delivered", afterMs + deliveredDelayMs);
  if (customer.isChatOpen && customer.hasReadReceipts) {
    tellStatus(world, customer, message, "read", afterMs + deliveredDelayMs + readDelayMs);
  }
  return world.state.delivery.isStatusBeforeAnswer && deliveredDelayMs === 0 ? [delivered] : [];
}

function tellStatus(
  world: World,
  customer: Customer,
  message: PhoneMessage,
  status: StatusStep["status"],
  delayMs: number,
  code?: number,
): Promise<void> {
  const step: StatusStep = compact({ status, at: world.now() + delayMs, code }) as StatusStep;
  message.statuses.push(step);
  const about = {
    id: message.providerMessageId,
    callbackData: message.callbackData,
    category: message.kind === "template" ? "utility" : "service",
  };
  return world.queue.add({
    channel: "whatsapp",
    kind: `status.${status}`,
    customerId: customer.id,
    content: whatsAppChange(world, customer, statusContent(customer, about, step)),
    delayMs,
  }).firstAttempt;
}

function failureOf(customer: Customer, message: PhoneMessage): number | null {
  if (!customer.isReachable) return 131026;
  return customer.hasOptedOut && message.kind === "template" ? 131050 : null;
}

function isWaiting(message: PhoneMessage): boolean {
  return (
    message.from === "business" &&
    message.statuses.every((step) => step.status === "sent") &&
    message.statuses.length > 0
  );
}

function isUnreadFromBusiness(message: PhoneMessage): boolean {
  const has = (status: StatusStep["status"]) => message.statuses.some((step) => step.status === status);
  return message.from === "business" && message.statuses.length > 0 && !has("read") && !has("failed");
}

function echoPart(wire: Json): Json {
  const { text, attachment, attachments } = wire;
  if (attachment) return { attachments: [attachment] };
  return compact({ text, attachments });
}
