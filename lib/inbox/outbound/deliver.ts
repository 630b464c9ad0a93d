import { hostname } from "node:os";
import { ulid } from "ulid";
import { env } from "@/lib/env";
import { outsideRequests } from "@/lib/outside-requests";
import { createDispatcher, type Dispatcher, type SweepResult } from "./dispatcher";
import { createRateLimits } from "./rate-limits";

declare global {
  var parleyDispatcher: Dispatcher | undefined;
}

const CONCURRENCY = 16;

/** Sends what a conversation has waiting, in order. Call it after the response; it never throws. */
export function kickLane(conversationId: string): Promise<void> {
  return outsideRequests(() => dispatcher().kickLane(conversationId));
}

/** Takes up what waits and is due, in every conversation, and what dead processes left. `now` in epoch ms. */
export function sweepOutbox(now = Date.now()): Promise<SweepResult> {
  return dispatcher().sweep(now);
}

/** One a process, also across hot reloads. */
function dispatcher(): Dispatcher {
  globalThis.parleyDispatcher ??= createDispatcher({
    owner: `${hostname()}:${process.pid}:${ulid()}`,
    limits: createRateLimits({ perSecond: env().WHATSAPP_MESSAGES_PER_SECOND }),
    concurrency: CONCURRENCY,
    hasTimers: true,
    sweepPatienceMs: 3_000,
    now: Date.now,
    random: Math.random,
  });
  return globalThis.parleyDispatcher;
}
