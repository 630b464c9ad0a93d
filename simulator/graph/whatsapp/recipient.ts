import { customerForPhone } from "../../customers/create";
import type { Json } from "../../http/json";
import type { Customer } from "../../world/types";
import { findCustomer, type World } from "../../world/world";
import { graphError, paramError } from "../errors";

const bsuidPattern = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

export type Recipient = {
  /** What the limits count by: digits of the phone, or the BSUID. */
  key: string;
  input: string;
  isPhone: boolean;
  /** The person behind it. With `canCreate`, a phone number nobody has yet gets a phone; else null. */
  customer: (canCreate: boolean) => Customer | null;
};

/**
 * Who a send goes to: a phone in `to`, or a BSUID in `recipient`; `to` wins when both are there. Throws 100, 131009,
 * 131021 or 131062.
 */
export function recipientOf(world: World, body: Json): Recipient {
  const type = body.recipient_type ?? "individual";
  if (type !== "individual" && type !== "group") {
    throw paramError("Param recipient_type must be one of {INDIVIDUAL, GROUP}.");
  }
  if (body.to !== undefined) return phoneRecipient(world, body.to);
  if (body.recipient === undefined) throw paramError("The parameter to is required.");
  return bsuidRecipient(world, body.recipient);
}

function phoneRecipient(world: World, value: unknown): Recipient {
  if (typeof value !== "string") throw paramError("Param to must be a string.");
  const digits = value.replaceAll(/[\s()+.-]/g, "");
  if (!/^\d{7,15}$/.test(digits)) {
    throw graphError(
      131009,
      "The recipient in `to` is not a phone number. A business-scoped user ID goes in `recipient`.",
    );
  }
  if (digits === world.options.whatsapp.displayPhone.replaceAll(/\D/g, "")) throw graphError(131021);
  const customer = (canCreate: boolean) =>
    findCustomer(world, digits) ?? (canCreate ? customerForPhone(world, digits) : null);
  return { key: digits, input: value, isPhone: true, customer };
}

function bsuidRecipient(world: World, value: unknown): Recipient {
  if (typeof value !== "string" || !bsuidPattern.test(value)) {
    throw graphError(131009, "The value of `recipient` is not a business-scoped user ID.");
  }
  return { key: value, input: value, isPhone: false, customer: () => findCustomer(world, value) };
}
