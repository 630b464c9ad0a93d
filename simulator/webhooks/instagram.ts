import type { Json } from "../http/json";
import { profileOf } from "../world/accounts";
import type { Customer } from "../world/types";
import type { World } from "../world/world";

/** A messaging event from the customer to the business. */
export function fromCustomer(world: World, customer: Customer, at: number, content: Json): Json {
  return {
    sender: { id: customer.igsid },
    recipient: { id: profileOf(world, customer).accountId },
    timestamp: at,
    ...content,
  };
}

/** An echo: the business's own message, sender and recipient the other way round. */
export function echoEvent(world: World, customer: Customer, at: number, message: Json): Json {
  return {
    sender: { id: profileOf(world, customer).accountId },
    recipient: { id: customer.igsid },
    timestamp: at,
    message: { ...message, is_echo: true },
  };
}
