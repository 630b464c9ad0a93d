import { SimError } from "../http/context";
import { asText, type Json } from "../http/json";
import { newBsuid, newIgsid, newLocalId, newNumericId } from "../world/ids";
import type { ChannelType, Customer } from "../world/types";
import { addCustomer, findCustomer, type World } from "../world/world";

/** Adds a customer from a control-API body. Throws a SimError when an id is taken or the channel is unknown. */
export function createCustomer(world: World, body: Json): Customer {
  const channel = body.channel ?? "whatsapp";
  if (channel !== "whatsapp" && channel !== "instagram") {
    throw new SimError(400, "channel is whatsapp or instagram.");
  }
  const customer = channel === "whatsapp" ? whatsAppCustomer(world, body) : instagramCustomer(world, body);
  for (const id of [customer.id, customer.waId, customer.bsuid, customer.igsid]) {
    if (id && findCustomer(world, id)) throw new SimError(400, `There is a customer ${id} already.`);
  }
  addCustomer(world, customer);
  return customer;
}

/** The customer behind a phone number the business writes to first: everybody's phone exists here. */
export function customerForPhone(world: World, waId: string): Customer {
  return (
    findCustomer(world, waId) ?? createCustomer(world, { channel: "whatsapp", phone: waId, name: `+${waId}` })
  );
}

function whatsAppCustomer(world: World, body: Json): Customer {
  const waId = asText(body.phone)?.replaceAll(/\D/g, "") || null;
  const username = asText(body.username)?.replace(/^@/, "") ?? (waId ? null : `user${newNumericId(6)}`);
  return {
    ...shared(world, "whatsapp", body, waId ? `+${waId}` : `@${username}`),
    waId,
    bsuid: asText(body.bsuid) ?? newBsuid(waId),
    igsid: null,
    username,
  };
}

function instagramCustomer(world: World, body: Json): Customer {
  const username = asText(body.username)?.replace(/^@/, "") ?? `user${newNumericId(6)}`;
  return {
    ...shared(world, "instagram", body, username),
    waId: null,
    bsuid: null,
    igsid: asText(body.igsid) ?? newIgsid(),
    username,
  };
}

function shared(world: World, channel: ChannelType, body: Json, fallbackName: string) {
  const agoMs = typeof body.lastWroteAgoMs === "number" ? world.now() - body.lastWroteAgoMs : null;
  const profile = body.profile === "needs_consent" || body.profile === "unknown" ? body.profile : "visible";
  const accountId = asText(body.accountId);
  return {
    id: asText(body.id) ?? newLocalId("cust"),
    channel,
    ...(accountId ? { accountId } : {}),
    name: asText(body.name) || fallbackName,
    lastWroteAt: typeof body.lastWroteAt === "number" ? body.lastWroteAt : agoMs,
    typingUntil: null,
    profile,
    isChatOpen: body.isChatOpen === true,
    isPhoneOn: body.isPhoneOn !== false,
    isReachable: body.isReachable !== false,
    hasOptedOut: body.hasOptedOut === true,
    hasReadReceipts: body.hasReadReceipts !== false,
    createdAt: world.now(),
  } as const satisfies Partial<Customer>;
}
