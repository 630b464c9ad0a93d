import type { Json } from "../http/json";
import type { SimulatorOptions } from "../options";
import type { WebhookQueue } from "../webhooks/queue";
import type { MediaFiles } from "./media-files";
import type { RateMeter } from "./rates";
import type { Customer, PhoneMessage, SimState } from "./types";

export type GraphRequestLog = {
  id: number;
  at: number;
  method: string;
  path: string;
  query: Record<string, string>;
  channel: string | null;
  customerId: string | null;
  body: Json | null;
  status: number | null;
  code: number | null;
  fault: string | null;
  ms: number | null;
};

/** Everything a running simulator holds; handed to every handler. */
export type World = {
  options: SimulatorOptions;
  /** Own address, known once it listens. */
  url: string;
  state: SimState;
  now: () => number;
  queue: WebhookQueue;
  rates: RateMeter;
  files: MediaFiles;
  requests: GraphRequestLog[];
  /** Tells persistence and the page that something changed. */
  changed: () => void;
  random: () => number;
  index: WorldIndex;
};

/** Look-ups that would otherwise scan; rebuilt on start and reset, kept up by `addCustomer` and `addMessage`. */
export type WorldIndex = {
  messages: Map<string, PhoneMessage>;
  byCustomer: Map<string, PhoneMessage[]>;
  customers: Map<string, Customer>;
};

export function buildIndex(state: SimState): WorldIndex {
  const index: WorldIndex = { messages: new Map(), byCustomer: new Map(), customers: new Map() };
  for (const customer of state.customers) indexCustomer(index, customer);
  for (const message of state.messages) indexMessage(index, message);
  return index;
}

export function addMessage(world: World, message: PhoneMessage): void {
  world.state.messages.push(message);
  indexMessage(world.index, message);
  world.changed();
}

export function addCustomer(world: World, customer: Customer): void {
  world.state.customers.push(customer);
  indexCustomer(world.index, customer);
  world.changed();
}

/** Finds a customer by the simulator's id, a wa_id, a BSUID or an IGSID. */
export function findCustomer(world: World, anyId: string): Customer | null {
  return world.index.customers.get(anyId) ?? null;
}

export function messagesOf(world: World, customerId: string): PhoneMessage[] {
  return world.index.byCustomer.get(customerId) ?? [];
}

export function indexCustomer(index: WorldIndex, customer: Customer): void {
  for (const id of [customer.id, customer.waId, customer.bsuid, customer.igsid]) {
    if (id) index.customers.set(id, customer);
  }
}

function indexMessage(index: WorldIndex, message: PhoneMessage): void {
  index.messages.set(message.providerMessageId, message);
  const list = index.byCustomer.get(message.customerId) ?? [];
  list.push(message);
  index.byCustomer.set(message.customerId, list);
}
