import { expect, it } from "vitest";
import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { providerMessages } from "@/lib/store/provider-messages";
import { allFixtures } from "@/tests/fixtures/webhooks/load";
import { deliver } from "../support/deliver";
import { dumpStore } from "../support/dump-store";
import { storedKinds } from "../support/stored-kinds";
import { useWorld } from "../support/world";

useWorld("fixtures");

const fixtures = allFixtures();
/** What a person or the store has to do nothing about: items that are no JSON object, in the two batches. */
const unreadable = "The item is not an object";
const notMessages = /\.(edit|revoke|reaction)$/;

it.each(fixtures)("$name ends right", async ({ channel, body }) => {
  const before = await storedKinds();
  const event = await deliver(channel, body);
  const bad = event.items.filter(({ outcome, error }) => outcome === "failed" && error !== unreadable);
  expect(bad).toEqual([]);
  expect(event.state).toBe(stateOf(event));
  expect(event.dueAt).toBeNull();
  const expected = event.items.filter(isNewMessage).map(({ kind }) => kindOf(kind));
  expect((await storedKinds()).slice(before.length).sort()).toEqual(expected.sort());
});

it("changes nothing when every body comes again, and again in the opposite order", async () => {
  const before = await dumpStore();
  for (const { channel, body } of fixtures) await deliver(channel, body);
  for (const { channel, body } of fixtures.toReversed()) await deliver(channel, `${JSON.stringify(body)}\n`);
  expect(await dumpStore()).toEqual(before);
});

it("leaves nothing waiting without a date to forget it", async () => {
  const rows = await providerMessages().where("conversationId", "==", null).get();
  expect(rows.size).toBeGreaterThan(0);
  for (const row of rows.docs) expect(row.data().expireAt?.toMillis()).toBeGreaterThan(Date.now());
});

function isNewMessage({ kind, outcome }: WebhookEvent["items"][number]): boolean {
  return outcome === "applied" && kindOf(kind) !== undefined && !notMessages.test(kind);
}

function kindOf(kind: string): string | undefined {
  if (/^(field\.user_id_update|field\.messaging_handovers|call\.connect|messaging\.\w+_control)$/.test(kind))
    return "system";
  return /^(?:message|echo)\.(.+)$/.exec(kind)?.[1];
}

function stateOf({ items }: WebhookEvent): WebhookEvent["state"] {
  if (items.some(({ outcome }) => outcome === "failed")) return "failed";
  return items.some(({ outcome }) => outcome !== "ignored") ? "processed" : "ignored";
}
