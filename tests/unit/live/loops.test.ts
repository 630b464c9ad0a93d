import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startLoops } from "@/lib/server/loops";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("never runs a loop twice at once", async () => {
  let running = 0;
  let most = 0;
  const run = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    running -= 1;
  };
  const stop = startLoops([{ name: "slow", everyMs: 1_000, run }]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(most).toBe(1);
  stop();
});

it("goes on after a failure, and stops when told", async () => {
  let turns = 0;
  const run = async () => {
    turns += 1;
    throw new Error("no store");
  };
  const stop = startLoops([{ name: "failing", everyMs: 1_000, run }]);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(turns).toBe(3);
  stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(turns).toBe(3);
});
