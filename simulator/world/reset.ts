import { defaultDelivery, type SimulatorOptions } from "../options";
import { createRandom } from "./random";
import { sampleTemplates } from "./templates";
import type { SimState } from "./types";
import { buildIndex, type World } from "./world";

/** The state of a fresh simulator. */
export function emptyState(options: SimulatorOptions): SimState {
  return {
    version: 1,
    clockOffsetMs: 0,
    customers: [],
    messages: [],
    templates: sampleTemplates(),
    media: [],
    faults: [],
    delivery: { ...defaultDelivery, appUrl: options.isNewApp ? null : options.appUrl, ...options.delivery },
    subscribed: { whatsapp: !options.isNewApp, instagram: !options.isNewApp },
    subscribedFields: ["messages", "messaging_postbacks", "messaging_seen", "message_reactions"],
    updates: [],
    webhooks: [],
  };
}

/** Forgets everything; delivery options too, unless they are kept. */
export function resetWorld(world: World, hasOptionsKept: boolean): void {
  const { delivery } = world.state;
  world.queue.clear();
  world.rates.reset();
  world.files.clear();
  world.requests.length = 0;
  world.state = emptyState(world.options);
  if (hasOptionsKept) world.state.delivery = delivery;
  world.index = buildIndex(world.state);
  world.random = createRandom(world.state.delivery.seed);
  world.changed();
}
