import { SimError } from "../http/context";
import { asText, compact, type Json } from "../http/json";
import { numberOf } from "../world/accounts";
import { newMid, newWamid } from "../world/ids";
import type { Customer } from "../world/types";
import type { World } from "../world/world";
import { fromBusiness } from "./from-business";
import { writeInstagram } from "./write-instagram";
import { writeWhatsApp } from "./write-whatsapp";

export type Written = { providerMessageId: string; webhookIds: string[]; firstAttempts: Promise<void>[] };

/** What every kind of inbound shares, read once from the control API's body. */
export type Draft = {
  kind: string;
  id: string;
  at: number;
  replyTo: string | null;
  body: Json;
};

/** The customer does something on the phone; the business is told by a webhook. Throws a SimError for a bad body. */
export function writeAsCustomer(world: World, customer: Customer, body: Json): Written {
  const kind = asText(body.kind);
  if (!kind) throw new SimError(400, "kind is missing.");
  const isWhatsApp = customer.channel === "whatsapp";
  const draft: Draft = {
    kind,
    id:
      asText(body.providerMessageId) ??
      (isWhatsApp ? newWamid(customer.waId ?? customer.bsuid ?? "") : newMid()),
    at: typeof body.at === "number" ? body.at : world.now(),
    replyTo: asText(body.replyTo),
    body,
  };
  const updates = updatesOf(world, customer, draft);
  if (opensWindow(kind)) customer.lastWroteAt = Math.max(customer.lastWroteAt ?? 0, draft.at);
  const queued = updates.map((update) =>
    world.queue.add({ channel: customer.channel, customerId: customer.id, ...update }),
  );
  world.changed();
  return {
    providerMessageId: draft.id,
    webhookIds: queued.map((row) => row.id),
    firstAttempts: queued.map((row) => row.firstAttempt),
  };
}

function updatesOf(world: World, customer: Customer, draft: Draft) {
  if (draft.kind === "business_api") return fromBusiness(world, customer, draft);
  return customer.channel === "whatsapp"
    ? writeWhatsApp(world, customer, draft)
    : writeInstagram(world, customer, draft);
}

/** Meta counts messages, not reactions, edits, reads or what the business itself writes. */
function opensWindow(kind: string): boolean {
  return ![
    "reaction",
    "edit",
    "revoke",
    "business_phone",
    "preference",
    "read",
    "call",
    "identity_changed",
  ].includes(kind);
}

/** Context of a WhatsApp message: what it answers and whether it was forwarded. */
export function contextOf(world: World, draft: Draft): Json | undefined {
  const { body, replyTo } = draft;
  if (body.forwarded === "many") return { frequently_forwarded: true };
  if (body.forwarded === true) return { forwarded: true };
  if (!replyTo) return undefined;
  const quoted = world.index.messages.get(replyTo);
  const author = quoted?.from === "customer" ? world.index.customers.get(quoted.customerId) : null;
  return compact({
    from: author
      ? (author.waId ?? undefined)
      : numberOf(
          world,
          quoted ? (world.index.customers.get(quoted.customerId) ?? null) : null,
        ).displayPhone.replaceAll(/\D/g, ""),
    from_user_id: author?.bsuid ?? undefined,
    id: replyTo,
  });
}
