import { setTimeout as pause } from "node:timers/promises";
import { type Customer, flush } from "./customer";

const EVERY_MS = 1_500;

/** The `number`th thing this customer says in the traffic. */
export const line = (customer: Customer, number: number) =>
  `${customer.name} line ${String(number).padStart(3, "0")}`;

/**
 * Customers who keep writing: each says their next numbered line every 1.5 s, until stopped. A round counts once the
 * app has taken its webhooks, so `rounds()` is what the app has, whatever a browser knows of it.
 */
export function startTraffic(customers: readonly Customer[]) {
  const stopping = new AbortController();
  let rounds = 0;
  const ended = run();
  // A failure is told by stop(), not in the middle of something else.
  ended.catch(() => undefined);
  return {
    rounds: () => rounds,
    /** Ends it after the round under way. @returns how many lines each customer has said. */
    stop: async (): Promise<number> => {
      stopping.abort();
      await ended;
      return rounds;
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      for (const customer of customers) await customer.says(line(customer, rounds + 1));
      await flush();
      rounds += 1;
      await pause(EVERY_MS, null, { signal: stopping.signal }).catch(() => undefined);
    }
  }
}
