import { changeCustomer } from "../customers/change";
import { createCustomer } from "../customers/create";
import { writeAsCustomer } from "../customers/write";
import { type Context, type Handler, SimError, simBody } from "../http/context";
import type { Json } from "../http/json";
import type { Route } from "../http/routes";
import type { Customer, PhoneMessage } from "../world/types";
import { buildIndex, findCustomer, messagesOf } from "../world/world";

const list: Handler = ({ world }) => ({
  items: world.state.customers.map((customer) => {
    const last = messagesOf(world, customer.id).at(-1);
    return {
      ...customer,
      lastMessage: last ? { text: last.text, kind: last.kind, at: last.at, from: last.from } : null,
    };
  }),
});

const create: Handler = async (context) => {
  context.response.statusCode = 201;
  return createCustomer(context.world, await simBody(context));
};

const read: Handler = (context) => customerOf(context);

const change: Handler = async (context) =>
  changeCustomer(context.world, customerOf(context), await simBody(context));

const remove: Handler = (context) => {
  const { world } = context;
  const customer = customerOf(context);
  world.state.customers = world.state.customers.filter((row) => row !== customer);
  world.state.messages = world.state.messages.filter((row) => row.customerId !== customer.id);
  world.index = buildIndex(world.state);
  world.changed();
  return { isRemoved: true };
};

const write: Handler = async (context) => {
  const { providerMessageId, webhookIds } = writeAsCustomer(
    context.world,
    customerOf(context),
    await simBody(context),
  );
  context.response.statusCode = 201;
  return { providerMessageId, webhookIds };
};

const messages: Handler = (context) => {
  const { world } = context;
  const customer = customerOf(context);
  const items = messagesOf(world, customer.id);
  const isTyping = customer.typingUntil !== null && customer.typingUntil > world.now();
  return {
    items: [...items],
    copies: countCopies(items),
    typingUntil: isTyping ? customer.typingUntil : null,
  };
};

export const customerRoutes: Route[] = [
  { method: "GET", pattern: "/sim/customers", handler: list },
  { method: "POST", pattern: "/sim/customers", handler: create },
  { method: "GET", pattern: "/sim/customers/:id", handler: read },
  { method: "PATCH", pattern: "/sim/customers/:id", handler: change },
  { method: "DELETE", pattern: "/sim/customers/:id", handler: remove },
  { method: "GET", pattern: "/sim/customers/:id/messages", handler: messages },
  { method: "POST", pattern: "/sim/customers/:id/messages", handler: write },
];

function customerOf({ world, params }: Context): Customer {
  const customer = findCustomer(world, params.id ?? "");
  if (!customer) throw new SimError(404, `There is no customer ${params.id}.`);
  return customer;
}

function countCopies(items: readonly PhoneMessage[]): Json {
  const copies: Record<string, number> = {};
  for (const { callbackData } of items) {
    if (callbackData) copies[callbackData] = (copies[callbackData] ?? 0) + 1;
  }
  return copies;
}
