import type { Json } from "../../http/json";
import { messagesOf, type World } from "../../world/world";
import { paramError } from "../errors";
import { invalid, onlyKeys, requiredObject, requiredText } from "./check";

const typingMs = 25_000;
const readableMs = 30 * 24 * 3600_000;

/** Marks a customer's message and the earlier ones read, with the typing indicator when asked. Throws 100 or 131009. */
export function markRead(world: World, body: Json): Json {
  if (body.messaging_product !== "whatsapp") throw paramError("The parameter messaging_product is required.");
  if (body.status !== "read") throw paramError("Param status must be one of {READ}.");
  const messageId = requiredText(body.message_id, "message_id");
  const message = world.index.messages.get(messageId);
  if (message?.from !== "customer") throw invalid("Message ID is invalid");
  if (world.now() - message.at > readableMs) throw invalid("The message is older than 30 days");
  for (const row of messagesOf(world, message.customerId)) {
    if (row.from === "customer" && row.at <= message.at) row.readByBusinessAt ??= world.now();
  }
  if (body.typing_indicator !== undefined) showTyping(world, message.customerId, body.typing_indicator);
  world.changed();
  return { success: true };
}

function showTyping(world: World, customerId: string, value: unknown): void {
  const indicator = requiredObject(value, "typing_indicator");
  onlyKeys(indicator, ["type"], "typing_indicator");
  if (indicator.type !== "text") throw paramError("Param typing_indicator['type'] must be one of {TEXT}.");
  const customer = world.index.customers.get(customerId);
  if (customer) customer.typingUntil = world.now() + typingMs;
}
