import { SimError } from "../http/context";
import { asObject, asText, compact, type Json } from "../http/json";
import type { NewUpdate } from "../webhooks/queue";
import { contactOf, senderOf, toSeconds, whatsAppChange } from "../webhooks/whatsapp";
import { numberOf } from "../world/accounts";
import type { Customer } from "../world/types";
import type { World } from "../world/world";
import { keepOnPhone, namedMessage, requiredText } from "./on-phone";
import { whatsAppContent } from "./whatsapp-content";
import { whatsAppTap } from "./whatsapp-tap";
import { contextOf, type Draft } from "./write";

export type KindedUpdate = Pick<NewUpdate, "kind" | "content">;

/** What a WhatsApp customer does, on the phone and as updates for the business. Throws a SimError. */
export function writeWhatsApp(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  switch (draft.kind) {
    case "reaction":
      return reaction(world, customer, draft);
    case "edit":
      return edit(world, customer, draft);
    case "revoke":
      return revoke(world, customer, draft);
    case "business_phone":
      return businessPhone(world, customer, draft);
    case "call":
      return call(world, customer, draft);
    case "preference":
      return preference(world, customer, draft);
    case "raw":
      return raw(world, customer, draft);
    case "tap":
      return message(world, customer, draft, whatsAppTap(world, customer, draft));
    default:
      return message(world, customer, draft, whatsAppContent(world, draft));
  }
}

/** A message the business has not seen: its type, what the wire carries, what the phone shows. */
export type Content = {
  type: string;
  wire: unknown;
  /** Further fields beside the content, e.g. errors. */
  beside?: Json;
  onPhone: Parameters<typeof keepOnPhone>[3];
};

function message(world: World, customer: Customer, draft: Draft, content: Content): KindedUpdate[] {
  keepOnPhone(world, customer, draft, content.onPhone);
  return inbound(world, customer, draft, content.type, { [content.type]: content.wire, ...content.beside });
}

function inbound(world: World, customer: Customer, draft: Draft, type: string, fields: Json): KindedUpdate[] {
  const row = compact({
    ...senderOf(customer),
    id: draft.id,
    timestamp: toSeconds(draft.at),
    context: contextOf(world, draft),
    referral: asObject(draft.body.referral) ?? undefined,
    type,
    ...fields,
  });
  const content = whatsAppChange(world, customer, { contacts: [contactOf(customer)], messages: [row] });
  return [{ kind: `message.${type}`, content }];
}

/** `emoji` absent takes a reaction back, as Meta sends it. */
function reaction(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const target = namedMessage(world, customer, draft.body);
  const emoji = asText(draft.body.emoji) || null;
  target.reactions.customer = emoji;
  const wire = compact({ message_id: target.providerMessageId, emoji: emoji ?? undefined });
  return inbound(world, customer, draft, "reaction", { reaction: wire });
}

function edit(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const target = namedMessage(world, customer, draft.body);
  if (target.from !== "customer") throw new SimError(400, "Only own messages can be edited.");
  const text = requiredText(draft.body, "text");
  target.text = text;
  target.editedAt = draft.at;
  const own = target.wire[target.kind];
  const edited =
    target.kind === "text"
      ? { type: "text", text: { body: text } }
      : { type: target.kind, [target.kind]: { ...asObject(own), caption: text } };
  return inbound(world, customer, draft, "edit", {
    edit: { original_message_id: target.providerMessageId, message: { context: { id: "M0" }, ...edited } },
  });
}

function revoke(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const target = namedMessage(world, customer, draft.body);
  if (target.from !== "customer") throw new SimError(400, "Only own messages can be deleted.");
  target.deletedAt = draft.at;
  return inbound(world, customer, draft, "revoke", {
    revoke: { original_message_id: target.providerMessageId },
  });
}

/** The customer rings the business, which does not answer: an event of its own field, nothing on the phone. */
function call(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const to = numberOf(world, customer).displayPhone.replaceAll(/\D/g, "");
  const row = compact({
    ...senderOf(customer),
    id: draft.id.replace("wamid", "wacid"),
    to,
    event: "terminate",
    direction: "USER_INITIATED",
    status: asText(draft.body.value) === "completed" ? "COMPLETED" : "FAILED",
    timestamp: toSeconds(draft.at),
  });
  const content = whatsAppChange(world, customer, { contacts: [contactOf(customer)], calls: [row] }, "calls");
  return [{ kind: "field.calls", content }];
}

/** The business answers in the WhatsApp Business app, by words or (`media`: image, …) a file: an echo under its own field. */
function businessPhone(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const kind = asText(draft.body.media) ?? "text";
  const { type, wire, onPhone } = whatsAppContent(world, { ...draft, kind });
  keepOnPhone(world, customer, draft, { kind: type, ...onPhone, from: "business" });
  const echo = compact({
    from: numberOf(world, customer).displayPhone.replaceAll(/\D/g, ""),
    to: customer.waId ?? undefined,
    to_user_id: customer.bsuid ?? undefined,
    id: draft.id,
    timestamp: toSeconds(draft.at),
    type,
    [type]: wire,
  });
  const content = whatsAppChange(
    world,
    customer,
    { contacts: [contactOf(customer)], message_echoes: [echo] },
    "smb_message_echoes",
  );
  return [{ kind: `echo.${type}`, content }];
}

function preference(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const value = draft.body.value === "resume" ? "resume" : "stop";
  customer.hasOptedOut = value === "stop";
  const row = compact({
    wa_id: customer.waId ?? undefined,
    user_id: customer.bsuid ?? undefined,
    detail: `User requested to ${value} marketing messages`,
    category: "marketing_messages",
    value,
    timestamp: Math.floor(draft.at / 1000),
  });
  const content = whatsAppChange(
    world,
    customer,
    { contacts: [contactOf(customer)], user_preferences: [row] },
    "user_preferences",
  );
  return [{ kind: "field.user_preferences", content }];
}

/** Meta's own message object, with the ids and the time filled in where absent. */
function raw(world: World, customer: Customer, draft: Draft): KindedUpdate[] {
  const given = asObject(draft.body.message);
  if (!given) throw new SimError(400, "message is missing.");
  draft.id = asText(given.id) ?? draft.id;
  const type = asText(given.type) ?? "unknown";
  keepOnPhone(world, customer, draft, { kind: type, text: asText(asObject(given.text)?.body), wire: given });
  const row = { ...senderOf(customer), id: draft.id, timestamp: toSeconds(draft.at), ...given };
  const content = whatsAppChange(world, customer, { contacts: [contactOf(customer)], messages: [row] });
  return [{ kind: `message.${type}`, content }];
}
