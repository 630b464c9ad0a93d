/** The server counts at most every two seconds, so its answer may be this old. */
const SETTLE_MS = 2_500;
const UNKNOWN_AFTER_MS = 4_000;
const KNOWN_AFTER_MS = 10_000;

/**
 * When to ask for the counts again: soon after a change that could not be added up here, and some time after one
 * that could, as adding up drifts. Asks once more when changes came too close before the answer.
 */
export function createCountsKeeper(refresh: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let changedAt = 0;

  function schedule(inMs: number): void {
    const at = Date.now() + inMs;
    if (at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(fire, inMs);
  }

  function fire(): void {
    dueAt = Number.POSITIVE_INFINITY;
    refresh();
    if (Date.now() - changedAt < SETTLE_MS) schedule(UNKNOWN_AFTER_MS);
  }

  return {
    changed(isKnown: boolean): void {
      changedAt = Date.now();
      schedule(isKnown ? KNOWN_AFTER_MS : UNKNOWN_AFTER_MS);
    },
    stop(): void {
      clearTimeout(timer);
      dueAt = Number.POSITIVE_INFINITY;
    },
  };
}
