import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { createPairLimit } from "./pair-limit";

/** Instagram: 300 calls a second for texts (send API rate limits). */
const INSTAGRAM_PER_SECOND = 300;

export type RateLimits = {
  /** Room for one message now, or how long to wait. `now` in epoch ms. */
  take(row: Sender, now: number): Promise<{ isAllowed: true } | { isAllowed: false; waitMs: number }>;
  /** The message did not leave after all. */
  giveBack(row: Sender): Promise<void>;
  /** Meta says this number is over its throughput: nothing leaves it for a while. */
  hold(channelId: string, forMs: number): Promise<void>;
};

type Sender = { channelId: string; contactId: string };

/** Limits of this process: `perSecond` messages a WhatsApp number (80; 20 where the phone app is used beside it). */
export function createRateLimits({ perSecond }: { perSecond: number }): RateLimits {
  const whatsapp = new RateLimiterMemory({ points: perSecond, duration: 1 });
  const instagram = new RateLimiterMemory({ points: INSTAGRAM_PER_SECOND, duration: 1 });
  const pairs = createPairLimit();
  const limiterOf = (channelId: string) => (channelId.startsWith("ig_") ? instagram : whatsapp);
  const pairOf = ({ channelId, contactId }: Sender) => `${channelId} ${contactId}`;

  return {
    async take(row, now) {
      const waitMs = await waitFor(limiterOf(row.channelId), row.channelId);
      if (waitMs > 0) return { isAllowed: false, waitMs };
      if (row.channelId.startsWith("ig_")) return { isAllowed: true };
      const pair = pairs.take(pairOf(row), now);
      if (!pair.isAllowed) await limiterOf(row.channelId).reward(row.channelId, 1);
      return pair;
    },
    async giveBack(row) {
      pairs.giveBack(pairOf(row));
      await limiterOf(row.channelId).reward(row.channelId, 1);
    },
    async hold(channelId, forMs) {
      await limiterOf(channelId).block(channelId, Math.max(1, Math.ceil(forMs / 1000)));
    },
  };
}

/** Milliseconds until there is room; 0 when room was taken. The library rejects with a value when there is none. */
async function waitFor(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}
