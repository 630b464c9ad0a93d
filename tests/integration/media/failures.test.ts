import { readdirSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MediaFailure } from "@/lib/domain/media";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { claimDownload } from "@/lib/inbox/media/claim-download";
import { downloadsAreIdle, fetchSoon } from "@/lib/inbox/media/downloader";
import { retryDownload } from "@/lib/inbox/media/retry-download";
import { settleFailure, settleReady } from "@/lib/inbox/media/settle-download";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { readStatus } from "@/lib/inbox/read/read-status";
import { mediaDownloads } from "@/lib/store/media-downloads";
import { webhookEvents } from "@/lib/store/webhook-events";
import { agent, control, customer, setEnv, useStandIn, viewer } from "../outbound/stand-in";
import { useWorld } from "../support/world";
import { again, fileOf, mediaFolder, rowOf, sendsIn, sweepAt, useMediaFolder } from "./support";

useWorld("media-failures");
useStandIn();
useMediaFolder();

const DAY_MS = 24 * 3600_000;
type Person = { id: string; conversationId: string };
type Sent = { conversationId: string; id: string };
let anna: Person;
let bea: Person;

beforeAll(async () => {
  anna = await customer("whatsapp");
  bea = await customer("instagram");
});
afterEach(() => control("DELETE", "faults"));

const fault = (kind: string, more: Record<string, unknown> = {}) =>
  control("POST", "faults", { kind, endpoint: "download", ...more });

/** The sweep when the file is due next. */
async function nextTry(message: Sent & Parameters<typeof rowOf>[0]): Promise<void> {
  const row = await rowOf(message);
  if (!row) throw new Error("Nothing waits");
  await sweepAt(row.dueAt);
}

async function asked(mediaId: string): Promise<number> {
  const { items } = await control<{ items: unknown[] }>("GET", `requests?path=${mediaId}`);
  return items.length;
}

const mediaIdOf = (message: { content: object }) =>
  (message.content as { media: { mediaId: string }[] }).media[0]?.mediaId ?? "";

describe("a download", () => {
  it("asks for a fresh address once when the first is over", async () => {
    await fault("media_gone");
    const message = await sendsIn(anna, { kind: "image" });
    expect(fileOf(message).state).toBe("ready");
    expect(await asked(mediaIdOf(message))).toBe(2);
  });

  it.each<[string, Record<string, unknown>, MediaFailure]>([
    ["server_error", { endpoint: "media" }, "unreachable"],
    ["rate_limit", { endpoint: "media" }, "unreachable"],
    ["expired_token", { endpoint: "media" }, "channel_disconnected"],
    ["server_error", {}, "unreachable"],
    ["drop_before_accept", {}, "unreachable"],
    ["cut_short", {}, "unreachable"],
    ["wrong_bytes", {}, "hash_mismatch"],
    ["html_page", {}, "hash_mismatch"],
    ["empty_file", {}, "empty"],
  ])("spoilt once by %s %o waits (%s), and is there after the next try", async (kind, more, failure) => {
    await fault(kind, more);
    const message = await sendsIn(anna, { kind: "document" });
    expect(fileOf(message)).toMatchObject({ state: "pending", key: null, failure });
    await nextTry(message);
    expect(fileOf(await again(message))).toMatchObject({ state: "ready", failure: null });
    expect(await rowOf(message)).toBeNull();
  });

  it("waits longer after each failure", async () => {
    await fault("server_error", { remaining: null });
    const message = await sendsIn(anna, { kind: "image" });
    const waits: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const dueAt = (await rowOf(message))?.dueAt ?? 0;
      await sweepAt(dueAt);
      waits.push(((await rowOf(message))?.dueAt ?? 0) - dueAt);
    }
    for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(1_000 * 2 ** index);
  });

  it("of a file that is too large fails at once", async () => {
    await fault("too_large", { remaining: null });
    const message = await sendsIn(anna, { kind: "video" });
    expect(fileOf(message)).toMatchObject({ state: "failed", failure: "too_large" });
    expect(await rowOf(message)).toBeNull();
  });

  it("with other bytes than Meta's hash fails in the end, and a person can have it tried again", async () => {
    await fault("wrong_bytes", { remaining: null });
    const message = await sendsIn(anna, { kind: "image" });
    for (let turn = 0; turn < 3; turn += 1) await nextTry(message);
    expect(fileOf(await again(message))).toMatchObject({
      state: "failed",
      failure: "hash_mismatch",
      key: null,
    });
    await control("DELETE", "faults");
    const at = { conversationId: message.conversationId, messageId: message.id, slot: "0" } as const;
    expect(await retryDownload({ actor: viewer, ...at })).toMatchObject({ error: { code: "forbidden" } });
    const retried = await retryDownload({ actor: agent, ...at });
    expect(retried).toMatchObject({ ok: true });
    expect(fileOf(await again(message))).toMatchObject({ state: "pending", failure: null });
    fetchSoon([retried.ok ? (retried.data.downloadId ?? "") : ""]);
    await downloadsAreIdle();
    expect(fileOf(await again(message)).state).toBe("ready");
    expect(await retryDownload({ actor: agent, ...at })).toEqual({ ok: true, data: { downloadId: null } });
  });

  it("is given up when WhatsApp's seven days are over, and then says that it cannot be had", async () => {
    await fault("server_error", { remaining: null, endpoint: "media" });
    const message = await sendsIn(anna, { kind: "image" });
    const giveUpAt = (await rowOf(message))?.giveUpAt ?? 0;
    expect(giveUpAt - message.receivedAt).toBe(7 * DAY_MS);
    await sweepAt(giveUpAt - DAY_MS);
    expect(fileOf(await again(message)).state).toBe("pending");
    await sweepAt(giveUpAt);
    expect(fileOf(await again(message)).state).toBe("expired");
    expect(await rowOf(message)).toBeNull();
    const at = { conversationId: message.conversationId, messageId: message.id, slot: "0" } as const;
    expect(await retryDownload({ actor: agent, ...at, now: giveUpAt + 1 })).toMatchObject({
      error: { code: "media_expired" },
    });
  });

  it("that failed is expired once a person asks for it after the seven days", async () => {
    await fault("too_large");
    const message = await sendsIn(anna, { kind: "image" });
    const at = { conversationId: message.conversationId, messageId: message.id, slot: "0" } as const;
    const late = message.receivedAt + 7 * DAY_MS;
    expect((await retryDownload({ actor: agent, ...at, now: late })).ok).toBe(false);
    expect(fileOf(await again(message)).state).toBe("expired");
  });
});

describe("an Instagram link", () => {
  it("that is dead is expired after some tries", async () => {
    await fault("media_gone", { remaining: null });
    const message = await sendsIn(bea, { kind: "image" });
    expect(fileOf(message)).toMatchObject({ state: "pending", failure: "gone" });
    for (let turn = 0; turn < 5; turn += 1) await nextTry(message);
    expect(fileOf(await again(message))).toMatchObject({ state: "expired", failure: "gone" });
  });

  it("that leads to a page brings no file", async () => {
    await fault("html_page", { remaining: null });
    expect(fileOf(await sendsIn(bea, { kind: "image" }))).toMatchObject({
      state: "pending",
      failure: "gone",
    });
  });

  it("is tried for a day", async () => {
    await fault("server_error", { remaining: null });
    const message = await sendsIn(bea, { kind: "video" });
    const giveUpAt = (await rowOf(message))?.giveUpAt ?? 0;
    expect(giveUpAt - message.receivedAt).toBe(DAY_MS);
    await sweepAt(giveUpAt);
    expect(fileOf(await again(message)).state).toBe("expired");
  });
});

describe("what is not there for a while", () => {
  it("is the channel's token: the file comes when it is back", async () => {
    setEnv({ WHATSAPP_ACCESS_TOKEN: "" });
    const message = await sendsIn(anna, { kind: "image" });
    setEnv({ WHATSAPP_ACCESS_TOKEN: "test-whatsapp-token" });
    expect(fileOf(message)).toMatchObject({ state: "pending", failure: "channel_disconnected" });
    await nextTry(message);
    expect(fileOf(await again(message)).state).toBe("ready");
  });

  it("is the setting: the message is there, and its file comes when there is a disk", async () => {
    setEnv({ MEDIA_DIR: "" });
    const message = await sendsIn(anna, { kind: "image" });
    await sweepAt(Date.now());
    const status = await readStatus(systemActor);
    expect(status).toMatchObject({ status: "attention", mediaDisk: null });
    expect(status.queues.media).toBeGreaterThan(0);
    expect(fileOf(message)).toMatchObject({ state: "pending", failure: null });
    setEnv({ MEDIA_DIR: mediaFolder });
    expect(await readStatus(systemActor)).toMatchObject({ status: "ok", mediaDisk: "folder" });
    await nextTry(message);
    expect(fileOf(await again(message)).state).toBe("ready");
  });

  it("is the temporary folder: the file comes when there is room", async () => {
    const folder = process.env.TMPDIR ?? "";
    process.env.TMPDIR = "/dev/null/full";
    const message = await sendsIn(anna, { kind: "image" });
    process.env.TMPDIR = folder || "/tmp";
    expect(fileOf(message)).toMatchObject({ state: "pending", failure: "disk_full", key: null });
    await nextTry(message);
    expect(fileOf(await again(message)).state).toBe("ready");
  });

  it("is the disk: the file comes when there is room", async () => {
    setEnv({ MEDIA_DIR: "/dev/null/full" });
    const message = await sendsIn(anna, { kind: "image" });
    setEnv({ MEDIA_DIR: mediaFolder });
    expect(fileOf(message)).toMatchObject({ state: "pending", failure: "disk_full", key: null });
    await nextTry(message);
    expect(fileOf(await again(message)).state).toBe("ready");
  });
});

describe("a process that dies", () => {
  it("in the middle of a file leaves it to the next, when its lease is over", async () => {
    await fault("cut_short");
    const message = await sendsIn(anna, { kind: "image" });
    const row = await rowOf(message);
    const dead = await claimDownload(row?.id ?? "", row?.dueAt ?? 0);
    expect(dead?.row.tries).toBe(2);
    await sweepAt((dead?.leaseUntil ?? 0) - 1);
    expect(fileOf(await again(message)).state).toBe("pending");
    await sweepAt(dead?.leaseUntil ?? 0);
    const file = fileOf(await again(message));
    expect(file.state).toBe("ready");
    if (!dead) throw new Error("Nothing was claimed");
    expect(await settleReady(dead, { ...file, key: "half" })).toBe(false);
    expect(await settleFailure(dead, "unreachable", Date.now())).toBe(false);
    expect(fileOf(await again(message)).key).toBe(file.key);
  });

  it("shares nothing with a living one: a file is claimed by one of many", async () => {
    await fault("cut_short");
    const message = await sendsIn(anna, { kind: "image" });
    const row = await rowOf(message);
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => claimDownload(row?.id ?? "", row?.dueAt ?? 0)),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it("leaves no half files in the folder", () => {
    const names = readdirSync(mediaFolder, { recursive: true, encoding: "utf8" });
    expect(names.filter((name) => /part|tmp/.test(name))).toEqual([]);
  });
});

describe("a webhook that is processed again", () => {
  it("fetches nothing a second time", async () => {
    const message = await sendsIn(anna, { kind: "image" });
    const events = await webhookEvents().get();
    for (const event of events.docs) await replayWebhookEvent(systemActor, event.id);
    await downloadsAreIdle();
    expect(await asked(mediaIdOf(message))).toBe(1);
    const left = await mediaDownloads().where("messageId", "==", message.id).get();
    expect(left.size).toBe(0);
    expect(fileOf(await again(message)).key).toBe(fileOf(message).key);
  });
});
