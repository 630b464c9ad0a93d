import { expect, test } from "vitest";
import { backOffMs } from "@/lib/inbox/outbound/back-off";
import { createPairLimit } from "@/lib/inbox/outbound/pair-limit";

test("a pair may burst to 45, then gets one message in 6 s", () => {
  const limit = createPairLimit();
  const now = 1_000_000;
  const taken = Array.from({ length: 45 }, () => limit.take("a", now).isAllowed);
  expect(taken.every(Boolean)).toBe(true);
  expect(limit.take("a", now)).toEqual({ isAllowed: false, waitMs: 6_000 });
  expect(limit.take("a", now + 4_000)).toEqual({ isAllowed: false, waitMs: 2_000 });
  expect(limit.take("a", now + 6_000).isAllowed).toBe(true);
  expect(limit.take("a", now + 6_000).isAllowed).toBe(false);
});

test("pairs do not share their room, and what did not leave is given back", () => {
  const limit = createPairLimit();
  for (let count = 0; count < 45; count += 1) limit.take("a", 0);
  expect(limit.take("b", 0).isAllowed).toBe(true);
  limit.giveBack("a");
  expect(limit.take("a", 0).isAllowed).toBe(true);
});

test("over any time a pair gets no more than the burst and one in 6 s", () => {
  const limit = createPairLimit();
  let allowed = 0;
  for (let now = 0; now <= 3_600_000; now += 500) if (limit.take("a", now).isAllowed) allowed += 1;
  expect(allowed).toBeLessThanOrEqual(45 + 600);
  expect(allowed).toBeGreaterThanOrEqual(44 + 600);
});

test("a back-off is never shorter than the error asks for, grows, and stays within bounds", () => {
  const rule = { minDelayMs: 6_000 };
  const longest = [1, 2, 3, 4, 5].map((tries) => backOffMs(rule, tries, 0.999));
  expect([1, 2, 3].map((tries) => backOffMs(rule, tries, 0))).toEqual([6_000, 6_000, 6_000]);
  expect(longest).toEqual([...longest].sort((a, b) => a - b));
  expect(backOffMs(rule, 200, 1)).toBeLessThanOrEqual(6_000 + 10 * 60_000);
});
