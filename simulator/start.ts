import type { AddressInfo } from "node:net";
import { createCustomer } from "./customers/create";
import { createSimulatorServer } from "./http/server";
import { defaultDelivery, type PartialOptions, withDefaults } from "./options";
import { announceChange } from "./sim/live";
import { WebhookQueue } from "./webhooks/queue";
import { deliveryOf } from "./world/accounts";
import { createMediaFiles } from "./world/media-files";
import { createSaver, loadState } from "./world/persist";
import { createRandom } from "./world/random";
import { createRateMeter } from "./world/rates";
import { emptyState } from "./world/reset";
import type { SimState } from "./world/types";
import { buildIndex, findCustomer, type World } from "./world/world";

export type Simulator = {
  /** http://127.0.0.1:NNNN */
  url: string;
  /** The live state, for assertions in-process. */
  state: () => SimState;
  world: World;
  stop: () => Promise<void>;
};

/** Starts the stand-in for Meta on 127.0.0.1; what is not given is made up. Resolves when it listens. */
export async function startSimulator(given: PartialOptions = {}): Promise<Simulator> {
  const options = withDefaults(given);
  const earlier = loadState(options.dir);
  const state = earlier ?? emptyState(options);
  if (earlier)
    state.delivery = {
      ...defaultDelivery,
      ...earlier.delivery,
      appUrl: options.isNewApp ? null : options.appUrl,
    };
  const saver = createSaver(options.dir, () => world.state);
  const changed = () => {
    saver.touch();
    announceChange(options);
  };
  const world: World = {
    options,
    url: "",
    state,
    now: () => Date.now() + world.state.clockOffsetMs,
    queue: new WebhookQueue({
      state: () => world.state,
      deliveryOf: (channel, customerId) =>
        deliveryOf(world, channel, customerId ? findCustomer(world, customerId) : null),
      random: () => world.random(),
      changed,
    }),
    rates: createRateMeter(),
    files: createMediaFiles(options.dir),
    requests: [],
    changed,
    random: createRandom(state.delivery.seed),
    index: buildIndex(state),
  };
  if (!earlier && options.hasSampleCustomers) addSampleCustomers(world);
  const server = createSimulatorServer(world);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world.queue.resume();
  const stop = async () => {
    world.queue.stop();
    saver.saveNow();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return { url: world.url, state: () => world.state, world, stop };
}

function addSampleCustomers(world: World): void {
  createCustomer(world, { channel: "whatsapp", name: "Amara Okafor", phone: "+234 801 234 5678" });
  createCustomer(world, { channel: "whatsapp", name: "Noor Haddad", username: "noor.design" });
  createCustomer(world, { channel: "instagram", name: "Léa Martin", username: "lea.martin" });
}
