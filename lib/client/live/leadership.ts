/**
 * Runs `lead` in one tab of the browser at a time; the next tab takes over when it goes. `lead` returns what ends
 * it. `take` takes the lead from a tab that no longer answers. Without Web Locks every tab leads itself.
 */
export function stand(name: string, lead: () => () => void): { take: () => void; withdraw: () => void } {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (!locks || typeof BroadcastChannel === "undefined") {
    const end = lead();
    return { take: () => {}, withdraw: end };
  }

  let end: (() => void) | null = null;
  let release: (() => void) | null = null;
  let isWithdrawn = false;
  const waiting = new AbortController();

  function hold(): Promise<void> {
    if (isWithdrawn) return Promise.resolve();
    end = lead();
    return new Promise((resolve) => {
      release = resolve;
    });
  }

  function queue(): void {
    locks
      ?.request(name, { signal: waiting.signal }, hold)
      .catch(() => (isWithdrawn || waiting.signal.aborted ? undefined : afterTheft()));
  }

  function afterTheft(): void {
    end?.();
    end = null;
    release = null;
    queue();
  }

  queue();
  return {
    take: () => {
      if (end || isWithdrawn) return;
      locks.request(name, { steal: true }, hold).catch(() => (isWithdrawn ? undefined : afterTheft()));
    },
    withdraw: () => {
      isWithdrawn = true;
      waiting.abort();
      end?.();
      end = null;
      release?.();
    },
  };
}
