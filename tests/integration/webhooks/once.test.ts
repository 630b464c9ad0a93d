import fc from "fast-check";
import { expect, it } from "vitest";
import { pruneFeed } from "@/lib/inbox/jobs/prune-feed";
import { FEED_KEEP_MS, feed } from "@/lib/store/feed";
import { db } from "@/lib/store/firestore";
import { whatsappBody, whatsappEcho, whatsappStatus, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { nextWorld } from "../support/world";
import { deliveries, seconds, subscribe, unsubscribeAll, useReceiver, worker } from "./receiver";

const receiver = useReceiver("webhook-once");

/** What may happen, in any order and as often as it likes. */
type Step =
  | { kind: "writes"; person: number }
  | { kind: "answered"; person: number }
  | { kind: "status"; person: number; status: "sent" | "delivered" | "read" }
  | { kind: "collect" }
  | { kind: "collect-twice-at-once" }
  /** A process died after it stored deliveries, and before it moved the cursor on. */
  | { kind: "cursor-lost"; backMs: number }
  | { kind: "run" };

const person = fc.integer({ min: 0, max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("writes" as const), person }),
  fc.record({ kind: fc.constant("answered" as const), person }),
  fc.record({
    kind: fc.constant("status" as const),
    person,
    status: fc.constantFrom("sent" as const, "delivered" as const, "read" as const),
  }),
  fc.constant({ kind: "collect" as const }),
  fc.constant({ kind: "collect-twice-at-once" as const }),
  fc.record({ kind: fc.constant("cursor-lost" as const), backMs: fc.integer({ min: 0, max: 60_000 }) }),
  fc.constant({ kind: "run" as const }),
);

it("tells each event once, however late, often and interrupted the feed is read", async () => {
  let world = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      world += 1;
      await nextWorld(`webhook-once-${world}`);
      receiver.reset();
      await subscribe(receiver.url(), {
        events: ["message.received", "message.sent", "message.status", "conversation.created"],
      });
      const expected = await play(steps);
      await worker().run();
      await worker().run();
      const told = receiver.received.map(({ json }) => json.id);
      expect(new Set(told).size).toBe(told.length);
      expect(receiver.types().sort()).toEqual(expected.sort());
    }),
    { numRuns: 12 },
  );
}, 120_000);

async function play(steps: readonly Step[]): Promise<string[]> {
  const told: string[] = [];
  const answered = new Map<number, { id: string; at: number; statuses: Set<string> }>();
  const known = new Set<number>();
  for (const [at, each] of steps.entries()) {
    if (each.kind === "writes") {
      const who = { waId: `4915120000${each.person}0`, name: "Ada" };
      await deliver("whatsapp", whatsappBody(whatsappText(`wamid.W${at}`, seconds(), "Hello", who)));
      told.push("message.received", ...(known.has(each.person) ? [] : ["conversation.created"]));
      known.add(each.person);
    }
    if (each.kind === "answered" && known.has(each.person)) {
      const id = `wamid.A${at}`;
      await deliver(
        "whatsapp",
        whatsappBody(whatsappEcho(id, seconds(), "Yes", `4915120000${each.person}0`)),
      );
      answered.set(each.person, { id, at: seconds(), statuses: new Set() });
      told.push("message.sent");
    }
    const sent = each.kind === "status" ? answered.get(each.person) : undefined;
    if (each.kind === "status" && sent) {
      await deliver("whatsapp", whatsappBody(whatsappStatus(sent.id, each.status, sent.at)));
      if (each.status !== "sent" && !sent.statuses.has(each.status)) told.push("message.status");
      sent.statuses.add(each.status);
    }
    if (each.kind === "collect") await worker().collect();
    if (each.kind === "collect-twice-at-once") await Promise.all([worker().collect(), worker().collect()]);
    if (each.kind === "cursor-lost") await loseCursor(each.backMs);
    if (each.kind === "run") await Promise.all([worker().run(), worker().run()]);
  }
  return told;
}

async function loseCursor(backMs: number): Promise<void> {
  const ref = db().collection("webhookCursors").doc("feed");
  const known = (await ref.get()).get("atMicros");
  if (typeof known === "number") await ref.update({ atMicros: known - backMs * 1_000 });
  await db().collection("leases").doc("collect-webhooks").delete();
}

it("keeps rows of the feed that a webhook has not been told of, and prunes them after", async () => {
  await nextWorld("webhook-prune");
  await subscribe(receiver.url(), { events: ["message.received"] });
  const who = { waId: "491512000099", name: "Ada" };
  await deliver("whatsapp", whatsappBody(whatsappText("wamid.kept", seconds(), "Hello", who)));
  const later = Date.now() + 2 * FEED_KEEP_MS;
  const rows = (await feed().get()).size;
  expect(rows).toBeGreaterThan(0);
  await pruneFeed(later);
  expect((await feed().get()).size).toBe(rows);
  await worker({ now: () => later }).run();
  expect(receiver.types()).toContain("message.received");
  await pruneFeed(later);
  expect((await feed().get()).size).toBe(0);
});

it("says in the log when nothing was worked out for longer than the feed lives", async () => {
  await nextWorld("webhook-gap");
  await subscribe(receiver.url(), { events: ["message.received"] });
  await worker().collect();
  const DAY_MS = 24 * 60 * 60 * 1000;
  await worker({ now: () => Date.now() + 2 * DAY_MS }).collect();
  expect((await deliveries()).map(({ state, type }) => [state, type])).toEqual([["gap", "gap"]]);
  await worker({ now: () => Date.now() + 2 * DAY_MS }).collect();
  expect(await deliveries()).toHaveLength(1);
  await unsubscribeAll();
});
