import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "@/lib/process-wide";

/** Taken while the process starts, when there is no request yet. */
const run = processWide("outside-requests", () => AsyncLocalStorage.snapshot());

/**
 * Starts work that outlives the request it comes from. Async work carries the context of its request, and with it the
 * request, its body and its response: 20,000 waiting events would keep 20,000 requests in memory.
 */
export function outsideRequests<T>(work: () => T): T {
  return run(work);
}
