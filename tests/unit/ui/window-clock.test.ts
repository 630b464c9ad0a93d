import { expect, test } from "vitest";
import { windowClock } from "@/components/inbox/window-clock";

const HOUR_MS = 3_600_000;
const now = 1_800_000_000_000;

test.each([
  [21 * HOUR_MS + 40 * 60_000, "calm", 21, 40],
  [6 * HOUR_MS, "calm", 6, 0],
  [6 * HOUR_MS - 1, "plain", 5, 59],
  [2 * HOUR_MS, "plain", 2, 0],
  [2 * HOUR_MS - 1, "soon", 1, 59],
  [1, "soon", 0, 0],
])("with %i ms left the window is %s", (leftMs, tone, hours, minutes) => {
  expect(windowClock(now + leftMs, now)).toMatchObject({ tone, hours, minutes });
});

test("the window is closed from the very moment it ends", () => {
  expect(windowClock(now, now).tone).toBe("closed");
});

test("a customer who never wrote has opened no window", () => {
  expect(windowClock(null, now).tone).toBe("never");
});
