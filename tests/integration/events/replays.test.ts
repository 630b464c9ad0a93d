import { setImmediate } from "node:timers/promises";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET as latest } from "@/app/api/settings/webhook-events/replay/route";
import { replayEventAction, startReplayAction, stopReplayAction } from "@/lib/actions/webhook-events";
import type { Actor } from "@/lib/domain/member";
import type { ReplayProgress, ReplayScope } from "@/lib/domain/replay";
import { claimReplay } from "@/lib/inbox/ingest/claim-replay";
import { receiveWebhook } from "@/lib/inbox/ingest/receive";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { runJob } from "@/lib/inbox/jobs/run-job";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { runReplays } from "@/lib/inbox/replays/run-replays";
import { startReplay } from "@/lib/inbox/replays/start-replay";
import { stopReplay } from "@/lib/inbox/replays/stop-replay";
import { auditLog } from "@/lib/store/audit-log";
import { db } from "@/lib/store/firestore";
import { messagesOf } from "@/lib/store/messages";
import { replays } from "@/lib/store/replays";
import { updateEvent, webhookEvents } from "@/lib/store/webhook-events";
import { browser } from "../auth/support/browser";
import { got, member, signIn } from "../auth/support/people";
import { whatsappBody, whatsappText } from "../support/bodies";
import { useWorld, whatsappChannelId } from "../support/world";

vi.mock("next/headers", () => import("../auth/support/browser"));
useWorld("replays");
beforeEach(() => browser.reset());

const base = 1_795_000_000_000;
let count = 0;

/** Failed events, each a message of a new customer; gives their ids and thread ids, oldest first. */
async function failedEvents(howMany: number): Promise<{ id: string; thread: string }[]> {
  const made: { id: string; thread: string }[] = [];
  for (let n = 0; n < howMany; n += 1) {
    count += 1;
    const waId = String(4_915_200_000_000 + count);
    const text = whatsappText(`wamid.R${count}`, base / 1000 + count, `${count}`, { waId });
    const rawBody = Buffer.from(JSON.stringify(whatsappBody(text)));
    const receivedAt = base + count * 1000;
    const { id } = await receiveWebhook({ channel: "whatsapp", rawBody, headers: new Headers(), receivedAt });
    await updateEvent(id, { state: "failed", dueAt: null, attempts: 8, error: "store_error_14" });
    made.push({ id, thread: `${whatsappChannelId}__wa_${waId}` });
  }
  return made;
}

const allFailed: ReplayScope = { filter: { state: "failed" } };
const progress = async (id: string) => {
  const replay = (await replays().doc(id).get()).data();
  if (!replay) throw new Error("There is no such replay");
  return replay;
};
const start = async (scope: ReplayScope, mode: "replay" | "rehearsal" = "replay") =>
  got(await startReplay(systemActor, { mode, scope }));
const stateOf = async (id: string) => (await webhookEvents().doc(id).get()).data()?.state;
const entries = async (action: string) =>
  (await auditLog().where("action", "==", action).get()).docs.map((document) => document.data());

/** Resolves when the work that an action left behind it is done. */
async function jobIsDone(): Promise<void> {
  while (got(await runJob("run-replays")).isSkipped) await setImmediate();
}

describe("a replay of many", () => {
  it("goes through all that failed, oldest first, and counts what became of them", async () => {
    const events = await failedEvents(45);
    const bad = events[7];
    const broken = db()
      .collection("conversations")
      .doc(bad?.thread ?? "");
    await broken.set({ unreadCount: "many" });
    const { id, total } = await start(allFailed);
    expect(total).toBe(45);
    await runReplays(Date.now());
    const done = await progress(id);
    expect(done).toMatchObject({
      state: "done",
      counts: { applied: 44, unchanged: 0, failing: 1, skipped: 0 },
      finishedAt: expect.any(Number),
    });
    expect(done.noted.filter(({ verdict }) => verdict === "failing").map(({ eventId }) => eventId)).toEqual([
      bad?.id,
    ]);
    const order = events.map((event) => event.id);
    const noted = done.noted.map(({ eventId }) => eventId);
    expect(noted).toEqual(order.slice(0, noted.length));
    expect(await stateOf(events[0]?.id ?? "")).toBe("processed");
    expect((await messagesOf(events[44]?.thread ?? "").get()).size).toBe(1);
    await broken.delete();
    expect(got(await replayWebhookEvent(systemActor, bad?.id ?? "")).became).toBe("applied");
  });

  it("again finds everything as it is", async () => {
    const { id } = await start({ filter: { kind: "message.text", channel: "whatsapp" } });
    expect((await progress(id)).total).toBeNull();
    await runJob("run-replays");
    expect(await progress(id)).toMatchObject({
      state: "done",
      counts: { applied: 0, unchanged: 45, failing: 0 },
    });
  });

  it("as a dry run says the same and leaves the events as they are", async () => {
    const events = await failedEvents(3);
    const { id } = await start(allFailed, "rehearsal");
    await runReplays(Date.now());
    expect(await progress(id)).toMatchObject({ state: "done", counts: { applied: 3, failing: 0 } });
    for (const event of events) expect(await stateOf(event.id)).toBe("failed");
    const { id: real } = await start({ ids: events.map((event) => event.id).reverse() });
    await runReplays(Date.now());
    const done = await progress(real);
    expect(done.counts.applied).toBe(3);
    expect(done.noted.map(({ eventId }) => eventId)).toEqual(events.map((event) => event.id));
  });

  it("keeps to a time range, and to what was there when it started", async () => {
    const events = await failedEvents(4);
    const first =
      (
        await webhookEvents()
          .doc(events[1]?.id ?? "")
          .get()
      ).data()?.receivedAt ?? 0;
    const { id } = await start({ filter: { from: first, to: first + 1001 } });
    await runReplays(Date.now());
    expect((await progress(id)).counts.applied).toBe(2);
    expect(await Promise.all(events.map((event) => stateOf(event.id)))).toEqual([
      "failed",
      "processed",
      "processed",
      "failed",
    ]);
  });

  it("is one at a time", async () => {
    const events = await failedEvents(2);
    const scope = { ids: events.map((event) => event.id) };
    const both = await Promise.all([
      startReplay(systemActor, { mode: "replay", scope }),
      startReplay(systemActor, { mode: "replay", scope }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: "conflict" } });
    await runReplays(Date.now());
  });

  it("goes on after its process died, from where it was, once the other's time is over", async () => {
    const events = await failedEvents(25);
    const { id } = await start({ ids: events.map((event) => event.id) });
    const now = Date.now();
    await replays()
      .doc(id)
      .update({
        owner: "a dead process",
        leaseUntil: now + 60_000,
        cursor: "20",
        counts: { applied: 20, unchanged: 0, failing: 0, skipped: 0 },
      });
    await runReplays(now);
    expect((await progress(id)).state).toBe("running");
    await runReplays(now + 60_001);
    expect(await progress(id)).toMatchObject({ state: "done", counts: { applied: 25 } });
    // The dead one is said to have done these; they were not touched again.
    expect(await stateOf(events[0]?.id ?? "")).toBe("failed");
    expect(await stateOf(events[24]?.id ?? "")).toBe("processed");
  });

  it("can be stopped; what it did not come to stays as it is", async () => {
    const events = await failedEvents(2);
    const { id } = await start({ ids: events.map((event) => event.id) });
    expect(await stopReplay(systemActor, id)).toMatchObject({ ok: true });
    await runReplays(Date.now());
    expect(await progress(id)).toMatchObject({ state: "stopped", counts: { applied: 0 } });
    expect(await stateOf(events[0]?.id ?? "")).toBe("failed");
    expect(await stopReplay(systemActor, "nothing")).toMatchObject({ error: { code: "not_found" } });
  });

  it("counts what is gone or in other hands as left out", async () => {
    const [one, two] = await failedEvents(2);
    const { id } = await start({ ids: [one?.id ?? "", two?.id ?? ""] });
    await webhookEvents()
      .doc(one?.id ?? "")
      .delete();
    await runReplays(Date.now());
    expect((await progress(id)).counts).toEqual({ applied: 1, unchanged: 0, failing: 0, skipped: 1 });
  });
});

describe("two replays of one event", () => {
  it("take turns, and both end with it processed", async () => {
    const [event] = await failedEvents(1);
    const id = event?.id ?? "";
    const both = await Promise.all([
      replayWebhookEvent(systemActor, id),
      replayWebhookEvent(systemActor, id),
    ]);
    expect(both.map((one) => got(one).became).sort()).toEqual(["applied", "unchanged"]);
    expect((await webhookEvents().doc(id).get()).data()).toMatchObject({
      state: "processed",
      attempts: 1,
      items: [{ outcome: "duplicate" }],
    });
  });

  it("do not take it from its receiver, nor from each other", async () => {
    const receivedAt = Date.now();
    const rawBody = Buffer.from('{"object":"instagram","entry":[]}');
    const webhook = { channel: "instagram", rawBody, headers: new Headers(), receivedAt } as const;
    const { id } = await receiveWebhook(webhook);
    const claim = (now: number) => claimReplay(systemActor, id, { now, isAudited: false });
    expect(await claim(receivedAt + 1)).toMatchObject({ error: { code: "conflict" } });
    expect(await claim(receivedAt + 20_000)).toMatchObject({ ok: true });
    expect(await claim(receivedAt + 20_001)).toMatchObject({ error: { code: "conflict" } });
    expect(await claim(receivedAt + 80_001)).toMatchObject({ ok: true });
  });
});

describe("who may replay", () => {
  const scope: ReplayScope = { filter: { state: "failed" } };

  it("is an admin, and each replay is in the audit log with what it was for", async () => {
    const admin = await member("admin");
    await signIn(admin);
    const [event] = await failedEvents(1);
    const before = (await entries("webhook_event.replayed")).length;
    expect((await replayEventAction({ id: event?.id ?? "" }))?.data).toEqual({ became: "applied" });
    expect(await entries("webhook_event.replayed")).toHaveLength(before + 1);
    expect(await entries("webhook_event.replayed")).toContainEqual(
      expect.objectContaining({
        actor: expect.objectContaining({ id: admin.id }),
        subject: { kind: "webhook_event", id: event?.id, name: null },
        detail: { channel: "whatsapp", state: "failed" },
      }),
    );
    const started = await startReplayAction({ mode: "replay", scope });
    const id = started?.data?.id ?? "";
    expect(await entries("webhook_event.replay_started")).toContainEqual(
      expect.objectContaining({
        actor: expect.objectContaining({ id: admin.id }),
        detail: expect.objectContaining({ mode: "replay", state: "failed", count: expect.any(Number) }),
      }),
    );
    await stopReplayAction({ id });
    await jobIsDone();
    const answer = await latest(new Request("http://localhost:3000/"), { params: Promise.resolve({}) });
    const shown = (await answer.json()) as ReplayProgress;
    expect(shown).toMatchObject({ id, startedBy: { name: admin.name } });
    expect(shown).not.toHaveProperty("owner");
  });

  it("is nobody else", async () => {
    for (const role of ["agent", "viewer"] as const) {
      await signIn(await member(role));
      for (const answer of [
        await replayEventAction({ id: "wa_x" }),
        await startReplayAction({ mode: "rehearsal", scope }),
        await stopReplayAction({ id: "x" }),
      ]) {
        expect(answer?.serverError?.code).toBe("forbidden");
      }
    }
    const agent: Actor = { kind: "member", id: "a", name: "a", role: "agent" };
    expect(await startReplay(agent, { mode: "replay", scope })).toMatchObject({
      error: { code: "forbidden" },
    });
    expect(await stopReplay(agent, "x")).toMatchObject({ error: { code: "forbidden" } });
  });
});
