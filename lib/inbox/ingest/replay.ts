import { setTimeout as wait } from "node:timers/promises";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { webhookEvents } from "@/lib/store/webhook-events";
import { claimReplay } from "./claim-replay";
import { processWebhookEvent } from "./process";

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 50;

export type Replayed = {
  event: WebhookEvent;
  /** `applied`: something is there now that was not; `failing`: it failed again, or waits for another try. */
  became: "applied" | "unchanged" | "failing";
};

type Options = {
  /** Epoch ms. */
  now?: () => number;
  /** A replay of many leaves one audit entry for all of them. */
  isPartOfMany?: boolean;
};

/**
 * Processes an event again from its stored body, whatever became of it, and gives it back. What is there already
 * stays as it is. One that another process works on is waited for; `conflict` when it stays in other hands.
 * `not_found`, `forbidden`.
 */
export async function replayWebhookEvent(
  actor: Actor,
  id: string,
  { now = Date.now, isPartOfMany = false }: Options = {},
): Promise<Result<Replayed>> {
  if (!can(actor, "webhook-event.replay")) return fail("forbidden", "Only admins replay webhook events.");
  const giveUpAt = performance.now() + PATIENCE_MS;
  const claim = () => claimReplay(actor, id, { now: now(), isAudited: !isPartOfMany });
  let claimed = await claim();
  while (!claimed.ok && claimed.error.code === "conflict" && performance.now() < giveUpAt) {
    await wait(LOOK_EVERY_MS);
    claimed = await claim();
  }
  if (!claimed.ok) return claimed;
  await processWebhookEvent(id, undefined, now(), { isReplay: true });
  const event = (await webhookEvents().doc(id).get()).data();
  if (!event) return fail("not_found", "There is no such webhook event");
  return ok({ event, became: becameOf(claimed.data, event) });
}

function becameOf(before: WebhookEvent, { state, items }: WebhookEvent): Replayed["became"] {
  if (state === "failed" || state === "received") return "failing";
  const known = new Set(
    before.items.filter(({ outcome }) => outcome === "waiting").map(({ index }) => index),
  );
  const isNew = items.some(
    ({ index, outcome }) => outcome === "applied" || (outcome === "waiting" && !known.has(index)),
  );
  return isNew ? "applied" : "unchanged";
}
