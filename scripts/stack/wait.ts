import type { Child } from "./child";

/** Polls until `isReady`, and says why it gave up: the process ended, or the time (milliseconds) ran out. */
export async function waitUntil(
  what: string,
  isReady: () => Promise<boolean>,
  options: { timeoutMs: number; child?: Child; everyMs?: number },
): Promise<void> {
  const end = Date.now() + options.timeoutMs;
  while (Date.now() < end) {
    if (options.child?.hasExited()) {
      throw new Error(`${what} ended early (${await options.child.exited}); see ${options.child.logPath}`);
    }
    if (await isReady().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, options.everyMs ?? 100));
  }
  const log = options.child ? `; see ${options.child.logPath}` : "";
  throw new Error(`${what} was not ready after ${Math.round(options.timeoutMs / 1000)} s${log}`);
}

/** Whether a URL answers with a 2xx. */
export async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
  await response.arrayBuffer();
  return response.ok;
}
