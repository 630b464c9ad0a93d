import { expect, it } from "vitest";
import { countEventsOlderThan, deleteEventsOlderThan } from "@/lib/inbox/ingest/prune-events";
import { receiveWebhook } from "@/lib/inbox/ingest/receive";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { auditLog } from "@/lib/store/audit-log";
import { db } from "@/lib/store/firestore";
import { eventsWithoutBody, updateEvent, webhookEvents } from "@/lib/store/webhook-events";
import { useWorld } from "../support/world";

useWorld("prune-events");

const day = 24 * 60 * 60 * 1000;
const cutoff = 1_790_000_000_000;

type State = "received" | "processed" | "ignored" | "failed";

/** An event as it would lie there after its time. */
async function leave(n: number, state: State, receivedAt: number, rawBody = `{"n":${n}}`): Promise<string> {
  const bytes = Buffer.from(rawBody);
  const webhook = { channel: "whatsapp", rawBody: bytes, headers: new Headers(), receivedAt } as const;
  const { id } = await receiveWebhook(webhook);
  if (state !== "received") await updateEvent(id, { state, dueAt: null, processedAt: receivedAt });
  return id;
}

const left = async () => new Set((await eventsWithoutBody().get()).docs.map(({ id }) => id));

it("deletes what is finished and old, oldest first, and says how much in one entry a run", async () => {
  const old: string[] = [];
  for (let n = 0; n < 230; n += 1) {
    old.push(await leave(n, n % 2 ? "ignored" : "processed", cutoff - day - 1000 + n));
  }
  const failed = await leave(1001, "failed", cutoff - 2 * day);
  const waiting = await leave(1002, "received", cutoff - 2 * day);
  const young = await leave(1003, "processed", cutoff);

  expect(await countEventsOlderThan(cutoff)).toBe(230);
  expect(await countEventsOlderThan(cutoff, { withFailed: true })).toBe(231);
  expect(await deleteEventsOlderThan(cutoff, 5)).toBe(5);
  const afterFive = await left();
  for (const n of [0, 2, 4, 6, 8]) expect(afterFive.has(old[n] ?? "")).toBe(false);
  expect(await deleteEventsOlderThan(cutoff, 1000)).toBe(225);
  expect(await left()).toEqual(new Set([failed, waiting, young]));
  expect(await deleteEventsOlderThan(cutoff, 1000)).toBe(0);
  const entries = (await auditLog().orderBy("at").get()).docs.map((document) => document.data());
  expect(entries.map(({ action, detail }) => [action, detail.count])).toEqual([
    ["webhook_event.pruned", 5],
    ["webhook_event.pruned", 225],
  ]);

  expect(await deleteEventsOlderThan(cutoff, 1000, { withFailed: true })).toBe(1);
  expect(await left()).toEqual(new Set([waiting, young]));
});

it("takes the chunks of a large body along", async () => {
  const noise = Array.from({ length: 220_000 }, () => Math.random().toString(36)).join("");
  const id = await leave(1, "processed", cutoff - day, JSON.stringify({ noise }));
  const chunks = db().collection("webhookEvents").doc(id).collection("chunks");
  expect((await chunks.get()).size).toBeGreaterThanOrEqual(1);
  expect(await deleteEventsOlderThan(cutoff, 10)).toBe(1);
  expect((await chunks.get()).size).toBe(0);
});

it("leaves alone what is replayed meanwhile, and deletes the rest", async () => {
  const ids = await Promise.all([1, 2, 3].map((n) => leave(2000 + n, "ignored", cutoff - day + n)));
  const [deleted, replayed] = await Promise.all([
    deleteEventsOlderThan(cutoff, 10),
    replayWebhookEvent(systemActor, ids[1] ?? ""),
  ]);
  const rest = (await Promise.all(ids.map((id) => webhookEvents().doc(id).get()))).filter(
    (document) => document.exists,
  );
  expect(deleted).toBe(3 - rest.length);
  // Either it was gone before the replay came to it, or the replay has it and it is whole.
  if (replayed.ok) expect(rest.map(({ id }) => id)).toEqual([ids[1]]);
  expect(await deleteEventsOlderThan(cutoff, 10)).toBe(rest.length);
});
