import { SimError } from "../http/context";
import { asText, type Json } from "../http/json";
import type { Customer, PhoneMessage, TapOption } from "../world/types";
import { addMessage, type World } from "../world/world";
import type { Draft } from "./write";

/** Puts what the customer did on their own phone. */
export function keepOnPhone(
  world: World,
  customer: Customer,
  draft: Draft,
  fields: Partial<PhoneMessage> & { wire: Json },
): PhoneMessage {
  const message: PhoneMessage = {
    providerMessageId: draft.id,
    customerId: customer.id,
    from: "customer",
    kind: draft.kind,
    at: draft.at,
    header: null,
    text: null,
    footer: null,
    media: null,
    options: [],
    replyTo: draft.replyTo,
    reactions: { customer: null, business: null },
    editedAt: null,
    deletedAt: null,
    statuses: [],
    readByBusinessAt: null,
    callbackData: null,
    ...fields,
  };
  addMessage(world, message);
  return message;
}

/** The message a body names by `messageId`. Throws a SimError when it is missing or not on this phone. */
export function namedMessage(world: World, customer: Customer, body: Json): PhoneMessage {
  const id = asText(body.messageId);
  if (!id) throw new SimError(400, "messageId is missing.");
  const message = world.index.messages.get(id);
  if (message?.customerId !== customer.id)
    throw new SimError(404, `There is no message ${id} on this phone.`);
  return message;
}

/** The option of a received message a tap means: by id, by title or by position. Throws a SimError. */
export function tappedOption(message: PhoneMessage, body: Json): TapOption {
  const wanted = asText(body.optionId);
  const found = message.options.find(
    (option, at) =>
      wanted === null || option.id === wanted || option.title === wanted || String(at) === wanted,
  );
  if (!found) throw new SimError(400, `The message has no option ${wanted ?? ""}.`);
  return found;
}

export function requiredText(body: Json, field: string): string {
  const text = asText(body[field]);
  if (!text) throw new SimError(400, `${field} is missing.`);
  return text;
}
