import { expect, it } from "vitest";
import type { WebhookItemOutcome } from "@/lib/domain/webhook-event";
import { delayOf, settleEvent } from "@/lib/inbox/ingest/settle-event";

const item = (index: number, outcome: WebhookItemOutcome["outcome"], error: string | null = null) => ({
  index,
  kind: "message.text",
  outcome,
  error,
});

it.each([
  ["processed", [item(0, "ignored"), item(1, "duplicate")]],
  ["processed", [item(0, "waiting")]],
  ["ignored", [item(0, "ignored")]],
  ["ignored", []],
  ["failed", [item(0, "applied"), item(1, "failed", "The item is not an object")]],
] as const)("an event is %s", (state, items) => {
  expect(settleEvent({ attempts: 0 }, items, 1000)).toMatchObject({
    state,
    dueAt: null,
    processedAt: 1000,
    attempts: 1,
  });
});

it("an event with an item that may succeed another time is tried again, eight times in all", () => {
  const items = [item(1, "applied"), item(0, "failed", "store_error_10")];
  const again = settleEvent({ attempts: 0 }, items, 1000, 0.5);
  expect(again).toMatchObject({ state: "received", attempts: 1, dueAt: 6000, processedAt: null });
  expect(again.items.map(({ index }) => index)).toEqual([0, 1]);
  expect(settleEvent({ attempts: 6 }, items, 1000)).toMatchObject({ state: "received", attempts: 7 });
  expect(settleEvent({ attempts: 7 }, items, 1000)).toMatchObject({
    state: "failed",
    attempts: 8,
    dueAt: null,
  });
});

it("backs off from five seconds to an hour, spread by a fifth", () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((attempts) => delayOf(attempts, 0.5))).toEqual([
    5_000, 20_000, 80_000, 320_000, 1_280_000, 3_600_000, 3_600_000,
  ]);
  expect([delayOf(1, 0), delayOf(1, 1)]).toEqual([4_000, 6_000]);
});
