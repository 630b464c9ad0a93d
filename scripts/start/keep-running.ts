import { setTimeout as pause } from "node:timers/promises";
import type { Part } from "./part";
import { say } from "./say";

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** A part that ran this long was well: its next end is the first of a new row. */
const WELL_AFTER_MS = 60_000;

export type Kept = {
  /** Resolves when it serves for the first time; rejects with how it ended when it never did. */
  isUp: Promise<void>;
  /** SIGTERM, and SIGKILL when that took longer than `graceMs`. */
  stop(graceMs: number): Promise<void>;
};

/**
 * Runs a part and starts it again whenever it ends: soon at first, then ever later, at most every ten seconds. One
 * that ends before it ever served is tried again for `patienceMs` only: a bad setting does not mend itself.
 */
export function keepRunning(name: string, start: () => Part, { patienceMs = 0 } = {}): Kept {
  const firstUp = Promise.withResolvers<void>();
  firstUp.promise.catch(() => undefined);
  const stopping = new AbortController();
  const startedAt = Date.now();
  let wasUp = false;
  let current = start();
  const over = run();
  return {
    isUp: firstUp.promise,
    stop: async (graceMs) => {
      stopping.abort();
      current.signal("SIGTERM");
      const timer = setTimeout(() => {
        say("warn", `The ${name} took longer than ${graceMs} ms to stop and is ended now`);
        current.signal("SIGKILL");
      }, graceMs);
      await over;
      clearTimeout(timer);
    },
  };

  async function run(): Promise<void> {
    let waitMs = FIRST_WAIT_MS;
    while (true) {
      const bornAt = Date.now();
      const { pid, isUp } = current;
      void isUp.then(() => announce(pid));
      const how = await current.ended;
      if (stopping.signal.aborted) return;
      if (!wasUp && Date.now() - startedAt >= patienceMs) return firstUp.reject(new Error(how));
      if (Date.now() - bornAt > WELL_AFTER_MS || !wasUp) waitMs = FIRST_WAIT_MS;
      if (wasUp) say("error", `The ${name} ended (${how}); starting it again in ${waitMs} ms`);
      await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      current = start();
    }
  }

  function announce(pid: number): void {
    say("info", `The ${name} serves${wasUp ? " again" : ""} (process ${pid})`);
    wasUp = true;
    firstUp.resolve();
  }
}
