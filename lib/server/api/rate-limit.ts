import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/env";

let limiter: RateLimiterMemory | null = null;

/** Counts one request of a key. Null when it may go on, else after how many whole seconds it may come back. */
export async function takeRequest(actorId: string): Promise<number | null> {
  limiter ??= new RateLimiterMemory({ points: env().API_RATE_LIMIT_PER_MINUTE, duration: 60 });
  try {
    await limiter.consume(actorId);
    return null;
  } catch (refusal) {
    return Math.max(1, Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000));
  }
}
