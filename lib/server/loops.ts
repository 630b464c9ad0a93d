import { log } from "@/lib/log";

export type Loop = { name: string; everyMs: number; run: () => Promise<unknown> };

/**
 * Runs each loop's work now and then, until stopped: never twice at once, the pause counted from the end of a run.
 * A failure is logged and the loop goes on. The timers do not keep the process alive.
 */
export function startLoops(loops: readonly Loop[]): () => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let isStopped = false;

  function schedule(loop: Loop): void {
    if (isStopped) return;
    timers.set(loop.name, setTimeout(() => void turn(loop), loop.everyMs).unref());
  }

  async function turn(loop: Loop): Promise<void> {
    try {
      await loop.run();
    } catch (error) {
      log.error({ err: error, loop: loop.name }, "a loop's turn failed");
    }
    schedule(loop);
  }

  for (const loop of loops) schedule(loop);
  return () => {
    isStopped = true;
    for (const timer of timers.values()) clearTimeout(timer);
  };
}
