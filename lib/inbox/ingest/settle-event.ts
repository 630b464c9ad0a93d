import type { WebhookEvent, WebhookItemOutcome } from "@/lib/domain/webhook-event";

export const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 5000;
const MAX_DELAY_MS = 60 * 60 * 1000;

/** The person is being erased just now; that takes seconds, and is no failed attempt. */
const WAITS_FOR_ERASURE = "internal_BeingErased";
const ERASURE_WAIT_MS = 3000;

type Settled = Pick<
  WebhookEvent,
  "state" | "items" | "attempts" | "processedAt" | "dueAt" | "error" | "firstProcessedAt"
>;

/**
 * An event after an attempt: finished, or to be tried again later. It failed when tries are used up, or when what
 * failed could not even be read, which another try would not change. Epoch ms. `random` in [0, 1). Pure.
 */
export function settleEvent(
  event: Pick<WebhookEvent, "attempts" | "firstProcessedAt">,
  outcomes: readonly WebhookItemOutcome[],
  now: number,
  random: number = Math.random(),
): Settled {
  const items = [...outcomes].sort((a, b) => a.index - b.index);
  const attempts = event.attempts + 1;
  const failures = items.filter(({ outcome }) => outcome === "failed");
  const canRetry = failures.some(({ error }) => isTransient(error)) && attempts < MAX_ATTEMPTS;
  const error = failures[0]?.error ?? null;
  if (failures.some((item) => item.error === WAITS_FOR_ERASURE)) {
    const { attempts } = event;
    return { state: "received", items, attempts, processedAt: null, dueAt: now + ERASURE_WAIT_MS, error };
  }
  if (canRetry) {
    return {
      state: "received",
      items,
      attempts,
      processedAt: null,
      dueAt: now + delayOf(attempts, random),
      error,
      firstProcessedAt: event.firstProcessedAt ?? null,
    };
  }
  const firstProcessedAt = event.firstProcessedAt ?? now;
  return { state: stateOf(items), items, attempts, processedAt: now, dueAt: null, error, firstProcessedAt };
}

/** Back-off before try `attempts + 1`: 5 s, 20 s, 80 s … up to an hour, ± 20 %. */
export function delayOf(attempts: number, random: number): number {
  const delay = Math.min(FIRST_DELAY_MS * 4 ** (attempts - 1), MAX_DELAY_MS);
  return Math.round(delay * (0.8 + random * 0.4));
}

function stateOf(items: readonly WebhookItemOutcome[]): WebhookEvent["state"] {
  if (items.some(({ outcome }) => outcome === "failed")) return "failed";
  return items.some(({ outcome }) => outcome !== "ignored") ? "processed" : "ignored";
}

/** What the store or a bug did may be otherwise next time; what the parser said will not. */
function isTransient(error: string | null): boolean {
  return error !== null && /^(store_error_|internal)/.test(error);
}
