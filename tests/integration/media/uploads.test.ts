import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DELETE as dropFile } from "@/app/api/inbox/uploads/[id]/route";
import { POST as putFile } from "@/app/api/inbox/uploads/route";
import { POST as sendByKey } from "@/app/api/v1/conversations/[id]/messages/route";
import { POST as putByKey } from "@/app/api/v1/uploads/route";
import { GET as getPublic } from "@/app/m/[token]/route";
import type { Actor } from "@/lib/domain/member";
import { mediaDisk } from "@/lib/inbox/media/disk";
import { kickLane } from "@/lib/inbox/outbound/deliver";
import { removeUpload } from "@/lib/inbox/uploads/remove-upload";
import { sweepUploads } from "@/lib/inbox/uploads/sweep-uploads";
import { uploadLink } from "@/lib/inbox/uploads/upload-link";
import { uploads } from "@/lib/store/uploads";
import { photo } from "../../support/media-files";
import { apiKey } from "../api/call";
import { browser } from "../auth/support/browser";
import { member, signIn } from "../auth/support/people";
import {
  agent,
  calm,
  control,
  customer,
  readMessage,
  sender,
  setEnv,
  useStandIn,
  viewer,
} from "../outbound/stand-in";
import { useWorld, whatsappChannelId } from "../support/world";
import { put, queue, queueFile, taken } from "./files";
import { useMediaFolder } from "./support";

vi.mock("next/headers", () => import("../auth/support/browser"));

useWorld("uploads");
useStandIn();
useMediaFolder();
setEnv({ API_KEY: apiKey });

const HOUR_MS = 3600_000;
const colleague: Actor = { kind: "member", id: "agent-2", name: "Bo", role: "agent" };
const stored = async (id: string) => (await uploads().doc(id).get()).data() ?? null;
const isOnDisk = async (key: string | null) => key !== null && (await mediaDisk()?.exists(key)) === true;

beforeEach(() => browser.reset());
afterEach(() => control("DELETE", "faults"));

test("a file is sent by nobody but who chose it, once, and in its own conversation", async () => {
  const { conversationId } = await customer("whatsapp");
  const other = await customer("whatsapp");
  const theirs = await taken(conversationId, await photo(), "a.jpg", { actor: colleague });
  const image = (uploadId: string) => ({ kind: "image" as const, uploadId, caption: null });
  const notFound = { ok: false, error: { code: "upload_not_found" } };
  expect(await queue(conversationId, image(theirs.upload.id))).toMatchObject(notFound);
  const mine = await taken(conversationId, await photo(), "a.jpg");
  expect(await queue(other.conversationId, image(mine.upload.id))).toMatchObject(notFound);
  expect(await queue(conversationId, { ...image(mine.upload.id), kind: "video" })).toMatchObject({
    error: { code: "media_not_accepted" },
  });
  await queueFile(conversationId, mine);
  expect(await queue(conversationId, image(mine.upload.id))).toMatchObject(notFound);
});

test("a viewer puts nothing here, and nobody for a conversation that is not there", async () => {
  const { conversationId } = await customer("whatsapp");
  expect(await put(conversationId, await photo(), "a.jpg", { actor: viewer })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await put("wa_1__nobody", await photo(), "a.jpg")).toMatchObject({ error: { code: "not_found" } });
});

test("files that were never sent are gone after a day, those that were stay", async () => {
  const { conversationId } = await customer("whatsapp");
  const now = Date.now();
  const at = (hoursAgo: number) => ({ now: now - hoursAgo * HOUR_MS });
  const old = await taken(conversationId, await photo(), "old.jpg", at(25));
  const young = await taken(conversationId, await photo(), "young.jpg", at(23));
  const sent = await taken(conversationId, await photo(), "sent.jpg", at(25));
  await queueFile(conversationId, sent);
  await sweepUploads(now);
  expect(await stored(old.upload.id)).toBeNull();
  expect(await isOnDisk(old.upload.file.key)).toBe(false);
  expect(await isOnDisk(old.upload.file.thumbKey)).toBe(false);
  for (const { upload } of [young, sent]) {
    expect(await stored(upload.id)).not.toBeNull();
    expect(await isOnDisk(upload.file.key)).toBe(true);
  }
});

test("a file taken back is gone; one that was sent stays", async () => {
  const { conversationId } = await customer("whatsapp");
  const { upload } = await taken(conversationId, await photo(), "a.jpg");
  expect(await removeUpload(colleague, upload.id)).toMatchObject({ error: { code: "upload_not_found" } });
  expect(await removeUpload(agent, upload.id)).toEqual({ ok: true, data: null });
  expect(await isOnDisk(upload.file.key)).toBe(false);
  const sent = await taken(conversationId, await photo(), "b.jpg");
  await queueFile(conversationId, sent);
  expect(await removeUpload(agent, sent.upload.id)).toMatchObject({ error: { code: "conflict" } });
});

test("a file that Meta does not take at once waits with its message, and is not sent twice", async () => {
  const { id, conversationId } = await customer("whatsapp");
  await control("POST", "faults", { kind: "drop_after_accept", endpoint: "media", times: 1 });
  const message = await queueFile(conversationId, await taken(conversationId, await photo(), "a.jpg"));
  await sender().kickLane(conversationId);
  expect((await readMessage(conversationId, message.id)).status).toBe("queued");
  await control("DELETE", "faults");
  const later = Date.now() + HOUR_MS;
  vi.useFakeTimers({ now: later, toFake: ["Date"] });
  try {
    await sender("later").kickLane(conversationId);
  } finally {
    vi.useRealTimers();
  }
  await calm();
  const { items } = await control<{ items: { from: string }[] }>("GET", `customers/${id}/messages`);
  expect(items.filter(({ from }) => from === "business")).toHaveLength(1);
});

test("a link for Meta opens one file for an hour, and nothing else", async () => {
  setEnv({ APP_URL: "https://inbox.example.com" });
  const { conversationId } = await customer("instagram");
  const bytes = Buffer.from("%PDF-1.4\n%%EOF\n");
  const { upload } = await taken(conversationId, bytes, "Prices 2026.pdf");
  const now = Date.now();
  const link = (await uploadLink(upload, now)) ?? "";
  expect(link).toMatch(/^https:\/\/inbox\.example\.com\/m\//);
  const token = link.split("/m/")[1] ?? "";
  const open = (given: string, headers: Record<string, string> = {}) =>
    getPublic(new Request(link, { headers }), { params: Promise.resolve({ token: given }) });
  const answer = await open(token);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(answer.headers.get("x-robots-tag")).toContain("noindex");
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  expect((await open(token, { range: "bytes=0-3" })).status).toBe(206);
  const over = ((await uploadLink(upload, now - 2 * HOUR_MS)) ?? "").split("/m/")[1] ?? "";
  const forged = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`;
  for (const bad of [over, forged, "", "..", upload.id]) expect((await open(bad)).status).toBe(404);
  setEnv({ APP_URL: "" });
});

test("without a public address a file on Instagram fails with what an admin has to do", async () => {
  const { conversationId } = await customer("instagram");
  const message = await queueFile(conversationId, await taken(conversationId, await photo(), "a.jpg"));
  await sender().kickLane(conversationId);
  expect(await readMessage(conversationId, message.id)).toMatchObject({
    status: "failed",
    error: { reason: "no_public_address", isRetryable: true, who: "admin" },
  });
});

const ours = { "sec-fetch-site": "same-origin", "content-type": "image/jpeg" };

test("the browser's route takes a raw body from a page of this app, of somebody signed in", async () => {
  const { conversationId } = await customer("whatsapp");
  const bytes = new Uint8Array(await photo());
  const query = `?conversationId=${encodeURIComponent(conversationId)}&filename=${encodeURIComponent("../Photo.jpg")}`;
  const post = (headers: Record<string, string>) =>
    putFile(
      new Request(`http://localhost:3000/api/inbox/uploads${query}`, {
        method: "POST",
        body: bytes,
        headers,
      }),
      { params: Promise.resolve({}) },
    );
  expect((await post(ours)).status).toBe(401);
  await signIn(await member("viewer"));
  expect((await post(ours)).status).toBe(403);
  await signIn(await member("agent"));
  expect((await post({ ...ours, "sec-fetch-site": "cross-site" })).status).toBe(403);
  const answer = await post(ours);
  expect(answer.status).toBe(200);
  const made = (await answer.json()) as { id: string; file: Record<string, unknown> };
  expect(made).toMatchObject({ kind: "image", filename: "_Photo.jpg", file: { key: null, thumbKey: null } });
  const drop = (headers: Record<string, string>) =>
    dropFile(
      new Request(`http://localhost:3000/api/inbox/uploads/${made.id}`, { method: "DELETE", headers }),
      {
        params: Promise.resolve({ id: made.id }),
      },
    );
  expect((await drop({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await drop(ours)).status).toBe(200);
  expect(await stored(made.id)).toBeNull();
});

test("a file for the start of a conversation is put here for its channel", async () => {
  await signIn(await member("agent"));
  const request = new Request(
    `http://localhost:3000/api/inbox/uploads?channelId=${whatsappChannelId}&filename=a.jpg`,
    { method: "POST", body: new Uint8Array(await photo()), headers: ours },
  );
  const answer = await putFile(request, { params: Promise.resolve({}) });
  const { id } = (await answer.json()) as { id: string };
  expect(await stored(id)).toMatchObject({ conversationId: null, channelId: whatsappChannelId });
});

test("an integrator puts a file here and sends it, and hears in words what is not taken", async () => {
  const { id, conversationId } = await customer("whatsapp");
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "image/jpeg" };
  const upload = async (body: Uint8Array, name: string) => {
    const query = new URLSearchParams({ conversationId, filename: name });
    const request = new Request(`http://127.0.0.1/api/v1/uploads?${query}`, {
      method: "POST",
      body: new Uint8Array(body),
      headers,
    });
    const answer = await putByKey(request, { params: Promise.resolve({}) });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  const bad = await upload(Buffer.from("GIF89a but no"), "a.exe");
  expect(bad).toMatchObject({ status: 422, json: { code: "media_not_accepted" } });
  const good = await upload(await photo(), "a.jpg");
  expect(good).toMatchObject({ status: 201, json: { kind: "image", isConverted: false } });
  const send = (body: unknown) =>
    sendByKey(
      new Request("http://127.0.0.1/api/v1/conversations/x/messages", {
        method: "POST",
        headers: { authorization: `Bearer ${apiKey}` },
        body: JSON.stringify(body),
      }),
      { params: Promise.resolve({ id: conversationId }) },
    );
  const sent = await send({ kind: "image", uploadId: good.json.id, caption: "By key" });
  expect(sent.status).toBe(201);
  expect((await send({ kind: "location", latitude: 38.7, longitude: -9.1, name: "Shop" })).status).toBe(201);
  expect(
    (await send({ kind: "contacts", cards: [{ name: "Ada", phones: [{ phone: "+351900000000" }] }] })).status,
  ).toBe(201);
  expect((await send({ kind: "heart" })).status).toBe(422);
  await kickLane(conversationId);
  await calm();
  const { items } = await control<{ items: { from: string; kind: string; text: string | null }[] }>(
    "GET",
    `customers/${id}/messages`,
  );
  expect(items.filter(({ from }) => from === "business").map(({ kind }) => kind)).toEqual([
    "image",
    "location",
    "contacts",
  ]);
});
