import { createCustomer } from "../customers/create";
import { writeAsCustomer } from "../customers/write";
import { type Handler, simBody } from "../http/context";
import { asNumber, asText } from "../http/json";
import { newLocalId, newNumericId } from "../world/ids";
import type { ChannelType, Customer } from "../world/types";
import type { World } from "../world/world";

/** N messages of M customers, as fast as the app takes them. Existing customers of the channel write first. */
export const storm: Handler = async (context) => {
  const { world } = context;
  const body = await simBody(context);
  const channel = body.channel === "instagram" ? "instagram" : "whatsapp";
  const count = Math.min(100_000, asNumber(body.messages) ?? 100);
  const customers = crowd(world, channel, Math.max(1, Math.min(count, asNumber(body.customers) ?? 10)));
  const run = newLocalId("storm");
  const providerMessageIds: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const customer = customers[at % customers.length];
    if (!customer) break;
    const text = `${asText(body.text) ?? run} ${at + 1}`;
    providerMessageIds.push(writeAsCustomer(world, customer, { kind: "text", text }).providerMessageId);
  }
  return { run, providerMessageIds, customerIds: customers.map((customer) => customer.id) };
};

function crowd(world: World, channel: ChannelType, size: number): Customer[] {
  const customers = world.state.customers.filter((row) => row.channel === channel).slice(0, size);
  while (customers.length < size) {
    const number = customers.length + 1;
    const phone = channel === "whatsapp" ? `1555${newNumericId(7)}` : undefined;
    customers.push(createCustomer(world, { channel, phone, name: `Storm ${number}` }));
  }
  return customers;
}
