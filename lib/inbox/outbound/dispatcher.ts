import { log } from "@/lib/log";
import { type Delivery, deliverNext } from "./deliver-lane";
import { sweepOnce } from "./sweep";

export type Dispatcher = {
  /** Sends what a conversation has waiting; resolves when it rests. One at a time a conversation. */
  kickLane(lane: string): Promise<void>;
  /** Finds due lanes and dead senders' messages, and works them off. `now` in epoch ms. */
  sweep(now: number): Promise<SweepResult>;
};

export type SweepResult = { lanes: number; unconfirmed: number };

type Options = Delivery & {
  /** Lanes worked on at once. */
  concurrency: number;
  /** Whether a lane that waits is taken up again by itself; otherwise the next sweep does it. */
  hasTimers: boolean;
  /** How long a sweep waits for the lanes it kicked; they go on without it. */
  sweepPatienceMs: number;
};

/** Timers are for short waits; the sweep finds what waits longer. */
const TIMER_MS = 5 * 60_000;

/** Works lanes off, a bounded number at once. State lives in the store: a dispatcher may vanish at any moment. */
export function createDispatcher(options: Options): Dispatcher {
  const running = new Map<string, { isWantedAgain: boolean; done: Promise<void> }>();
  const timers = new Map<string, NodeJS.Timeout>();
  const slots = createSlots(options.concurrency);

  function kickLane(lane: string): Promise<void> {
    const current = running.get(lane);
    if (current) {
      current.isWantedAgain = true;
      return current.done;
    }
    const entry = { isWantedAgain: false, done: Promise.resolve() };
    running.set(lane, entry);
    entry.done = slots(async () => {
      do {
        entry.isWantedAgain = false;
        await workOff(lane);
      } while (entry.isWantedAgain);
    }).finally(() => running.delete(lane));
    return entry.done;
  }

  async function workOff(lane: string): Promise<void> {
    try {
      for (;;) {
        const step = await deliverNext(lane, options);
        if (step.kind === "later") wakeAt(lane, step.at);
        if (step.kind !== "next") return;
      }
    } catch (err) {
      // The store did not answer, say. What was claimed is settled by its webhook or its lease; the sweep goes on.
      log.error({ err }, "a lane stopped");
    }
  }

  function wakeAt(lane: string, at: number): void {
    const waitMs = Math.max(20, at - options.now());
    if (!options.hasTimers || waitMs > TIMER_MS || timers.has(lane)) return;
    const timer = setTimeout(() => {
      timers.delete(lane);
      void kickLane(lane);
    }, waitMs);
    timer.unref();
    timers.set(lane, timer);
  }

  return { kickLane, sweep: (now) => sweepOnce(now, kickLane, options.sweepPatienceMs) };
}

/** Runs at most `count` tasks at once, in the order they came. */
function createSlots(count: number): (task: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
