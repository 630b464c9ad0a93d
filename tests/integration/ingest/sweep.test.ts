import { describe, expect, it } from "vitest";
import { sweepEvents } from "@/lib/inbox/ingest/queue";
import { RECEIVER_LEASE_MS, receiveWebhook } from "@/lib/inbox/ingest/receive";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { runJob } from "@/lib/inbox/jobs/run-job";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { db } from "@/lib/store/firestore";
import { takeLease } from "@/lib/store/leases";
import { messagesOf } from "@/lib/store/messages";
import { updateEvent, webhookEvents } from "@/lib/store/webhook-events";
import { whatsappBody, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { dumpStore } from "../support/dump-store";
import { useWorld, whatsappChannelId } from "../support/world";

useWorld("sweep");

const person = { waId: "4915100000300", name: "Eve" };
const thread = () => messagesOf(`${whatsappChannelId}__wa_${person.waId}`);
const receivedAt = Date.now();

/** An event whose process died after the 200. */
async function leaveBehind(n: number): Promise<string> {
  const body = JSON.stringify(whatsappBody(whatsappText(`wamid.L${n}`, 1_790_000_000 + n, `${n}`, person)));
  const rawBody = Buffer.from(body);
  return (await receiveWebhook({ channel: "whatsapp", rawBody, headers: new Headers(), receivedAt })).id;
}

describe("the sweep", () => {
  it("leaves alone what its receiver may still be busy with", async () => {
    await leaveBehind(1);
    expect(await sweepEvents(receivedAt + RECEIVER_LEASE_MS - 1)).toBe(0);
    expect((await thread().get()).size).toBe(0);
  });

  it("finishes what a dead process left, each once", async () => {
    for (let n = 2; n <= 120; n++) await leaveBehind(n);
    const later = receivedAt + RECEIVER_LEASE_MS;
    const [first, second] = await Promise.all([sweepEvents(later), sweepEvents(later)]);
    expect(first + second).toBe(120);
    expect((await thread().get()).size).toBe(120);
    const left = await webhookEvents().where("state", "==", "received").get();
    expect(left.size).toBe(0);
    expect(await sweepEvents(later + 1_000_000)).toBe(0);
  });

  it("is one job at a time for all processes", async () => {
    const now = Date.now();
    await takeLease("sweep-events", "another process", now, 60_000);
    expect(await runJob("sweep-events", now)).toMatchObject({ data: { isSkipped: true } });
    expect(await runJob("sweep-events", now + 60_001)).toMatchObject({ data: { isSkipped: false } });
  });
});

describe("an event that fails", () => {
  it("is tried again later, and is kept as failed when tries are used up", async () => {
    const id = await leaveBehind(500);
    await updateEvent(id, { attempts: 6 });
    // A conversation that no schema takes makes every try fail.
    const broken = db().collection("conversations").doc(`${whatsappChannelId}__wa_${person.waId}`);
    const good = (await broken.get()).data() ?? {};
    await broken.set({ ...good, unreadCount: "many" });
    const now = receivedAt + RECEIVER_LEASE_MS;
    await sweepEvents(now);
    const retried = (await webhookEvents().doc(id).get()).data();
    expect(retried).toMatchObject({ state: "received", attempts: 7 });
    expect(retried?.dueAt).toBeGreaterThan(now + 40 * 60_000);
    expect(retried?.items[0]).toMatchObject({ outcome: "failed", error: "internal_ZodError" });
    await sweepEvents((retried?.dueAt ?? 0) + 1);
    expect((await webhookEvents().doc(id).get()).data()).toMatchObject({
      state: "failed",
      attempts: 8,
      dueAt: null,
    });

    await broken.set(good);
    const replayed = await replayWebhookEvent(systemActor, id);
    expect(replayed).toMatchObject({
      ok: true,
      data: { became: "applied", event: { state: "processed", items: [{ outcome: "applied" }] } },
    });
  });
});

describe("an event that kills its process each time", () => {
  it("is given up and kept", async () => {
    const id = await leaveBehind(600);
    await updateEvent(id, { attempts: 8 });
    await sweepEvents(receivedAt + RECEIVER_LEASE_MS);
    expect((await webhookEvents().doc(id).get()).data()).toMatchObject({
      state: "failed",
      dueAt: null,
      error: "never_finished",
    });
  });
});

describe("a replay", () => {
  it("of what was done changes nothing, however often", async () => {
    const event = await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.R", 1_790_009_000, "once", person)),
    );
    const before = await dumpStore();
    for (let n = 0; n < 2; n++) {
      expect(await replayWebhookEvent(systemActor, event.id)).toMatchObject({
        data: { became: "unchanged", event: { state: "processed", items: [{ outcome: "duplicate" }] } },
      });
    }
    expect(await dumpStore()).toEqual(before);
  });

  it("of an unknown event is refused", async () => {
    expect(await replayWebhookEvent(systemActor, "wa_nothing")).toMatchObject({
      error: { code: "not_found" },
    });
  });
});
