import { type Told, tellInstagramEcho } from "../../customers/receive";
import { asObject, asText, type Json } from "../../http/json";
import { newMid } from "../../world/ids";
import type { Customer, MediaOnPhone, PhoneMessage } from "../../world/types";
import { addMessage, findCustomer, messagesOf, type World } from "../../world/world";
import { GraphError, graphError, paramError } from "../errors";
import type { Effects } from "../faults";
import { checkInstagramMessage } from "./check-message";
import { checkWindow } from "./window";

const typingMs = 25_000;

/**
 * `POST /{ig id | page id | me}/messages`: a message, or one of the sender actions. Throws what Meta refuses.
 * https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message
 */
export function sendInstagram(
  world: World,
  body: Json,
  effects: Effects,
  fetched: MediaOnPhone | null = null,
): { answer: Json; told: Told } {
  const customer = recipientOf(world, body);
  if (body.sender_action !== undefined)
    return { answer: act(world, customer, body), told: { firstAttempts: [] } };
  const given = asObject(body.message);
  if (!given) throw paramError("The parameter message is required.");
  const content = checkInstagramMessage(given);
  const replyTo = replyOf(world, body);
  checkWindow(world, customer, body);
  if (effects.failedStatus !== null) throw blocked();
  const message: PhoneMessage = {
    providerMessageId: newMid(),
    customerId: customer.id,
    from: "business",
    at: world.now(),
    ...content,
    media: fetched ?? content.media,
    replyTo,
    reactions: { customer: null, business: null },
    editedAt: null,
    deletedAt: null,
    statuses: [],
    readByBusinessAt: null,
    callbackData: null,
    wire: given,
  };
  customer.typingUntil = null;
  addMessage(world, message);
  const told = effects.isSilent ? { firstAttempts: [] } : tellInstagramEcho(world, customer, message);
  return { answer: { recipient_id: customer.igsid, message_id: message.providerMessageId }, told };
}

function recipientOf(world: World, body: Json): Customer {
  const recipient = asObject(body.recipient);
  if (!recipient) throw paramError("The parameter recipient is required.");
  const id = asText(recipient.id);
  if (!id) throw paramError("Param recipient must have an id.");
  const customer = findCustomer(world, id);
  if (customer?.igsid !== id) {
    throw new GraphError({ code: 100, subcode: 2018001, message: "(#100) No matching user found" });
  }
  if (!customer.isReachable) throw blocked();
  return customer;
}

function blocked(): GraphError {
  return new GraphError({
    code: 551,
    subcode: 1545041,
    message: "(#551) This person isn't available right now.",
  });
}

function replyOf(world: World, body: Json): string | null {
  if (body.reply_to === undefined) return null;
  const mid = asText(asObject(body.reply_to)?.mid);
  if (!mid) throw paramError("Param reply_to must have a mid.");
  if (!world.index.messages.has(mid))
    throw graphError(100, null, { message: "(#100) The message to reply to does not exist." });
  return mid;
}

function act(world: World, customer: Customer, body: Json): Json {
  if (body.message !== undefined) throw paramError("sender_action must be sent alone with recipient.");
  const action = asText(body.sender_action);
  if (action === "typing_on") customer.typingUntil = world.now() + typingMs;
  else if (action === "typing_off") customer.typingUntil = null;
  else if (action === "mark_seen") {
    for (const row of messagesOf(world, customer.id))
      if (row.from === "customer") row.readByBusinessAt ??= world.now();
  } else if (action === "react" || action === "unreact") react(world, action, asObject(body.payload));
  else
    throw paramError(
      "Param sender_action must be one of {TYPING_ON, TYPING_OFF, MARK_SEEN, REACT, UNREACT}.",
    );
  world.changed();
  return { recipient_id: customer.igsid };
}

function react(world: World, action: string, payload: Json | null): void {
  const target = world.index.messages.get(asText(payload?.message_id) ?? "");
  if (!target) throw paramError("Param payload must have a message_id that exists.");
  const reaction = asText(payload?.reaction);
  if (action === "react" && !reaction) throw paramError("Param payload must have a reaction.");
  target.reactions.business = action === "react" ? reaction : null;
}
