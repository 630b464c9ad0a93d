import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getMessages } from "@/app/api/inbox/conversations/[id]/messages/route";
import { GET as getFile } from "@/app/api/inbox/media/[conversationId]/[messageId]/[slot]/route";
import { GET as getApiFile } from "@/app/api/v1/conversations/[id]/messages/[messageId]/media/[slot]/route";
import { GET as getApiMessages } from "@/app/api/v1/conversations/[id]/messages/route";
import { retryMediaAction } from "@/lib/actions/media";
import { reactAction } from "@/lib/actions/reactions";
import type { Message } from "@/lib/domain/message";
import { createHub } from "@/lib/server/live/hub";
import { messagesOf } from "@/lib/store/messages";
import { photo, voiceNote } from "../../support/media-files";
import { apiKey, call, useApiKey } from "../api/call";
import { browser } from "../auth/support/browser";
import { member, signIn } from "../auth/support/people";
import { openStream } from "../live/support/open-stream";
import { control, customer, useStandIn } from "../outbound/stand-in";
import { useWorld } from "../support/world";
import { fileOf, mediaFolder, sendsIn, useMediaFolder } from "./support";

vi.mock("next/headers", () => import("../auth/support/browser"));
useWorld("media-serve");
useApiKey();
useStandIn();
useMediaFolder();

type Person = { id: string; conversationId: string };
let anna: Person;
let picture: Message;
let bytes: Buffer;

beforeAll(async () => {
  anna = await customer("whatsapp");
  bytes = await photo();
  picture = await sendsIn(anna, {
    kind: "image",
    base64: bytes.toString("base64"),
    mimeType: "image/jpeg",
  });
});
beforeEach(async () => {
  browser.reset();
  await signIn(await member("viewer"));
});

async function ask(
  message: { conversationId: string; id: string },
  {
    slot = "0",
    query = "",
    headers = {},
    method = "GET",
  }: { slot?: string; query?: string; headers?: HeadersInit; method?: string } = {},
) {
  const url = `http://localhost:3000/api/inbox/media/${message.conversationId}/${message.id}/${slot}${query}`;
  const params = Promise.resolve({ conversationId: message.conversationId, messageId: message.id, slot });
  const answer = await getFile(new Request(url, { headers, method }), { params });
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
}

const codeOf = (answer: { body: Buffer }) => JSON.parse(answer.body.toString("utf8")).code;
const document = (content: string, mimeType: string, filename: string) =>
  sendsIn(anna, { kind: "document", base64: Buffer.from(content).toString("base64"), mimeType, filename });

describe("a file of a message", () => {
  it("is shown to a member who may read", async () => {
    const answer = await ask(picture);
    expect(answer.status).toBe(200);
    expect(answer.body.equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": String(bytes.length),
      "accept-ranges": "bytes",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
      "cache-control": expect.stringMatching(/^private/),
      "content-disposition": expect.stringMatching(/^inline; filename="image 20.+\.jpg"/),
    });
  });

  it("is for nobody who is not signed in", async () => {
    browser.reset();
    const answer = await ask(picture, { headers: { "if-none-match": "*", range: "bytes=0-1" } });
    expect([answer.status, codeOf(answer)]).toEqual([401, "not_signed_in"]);
  });

  it.each(["9", "story", "x", "..", "-1"])("is not found at %s", async (slot) =>
    expect((await ask(picture, { slot })).status).toBe(404),
  );

  it("is not found in another conversation, nor under another message's id", async () => {
    const other = await customer("whatsapp");
    expect((await ask({ ...picture, conversationId: other.conversationId })).status).toBe(404);
    expect((await ask({ ...picture, conversationId: "no-such" })).status).toBe(404);
    expect((await ask({ ...picture, id: "a/b" })).status).toBe(404);
  });

  it("comes as a small picture and as a download", async () => {
    const thumb = await ask(picture, { query: "?size=thumb" });
    expect(thumb.headers.get("content-type")).toBe("image/webp");
    expect(thumb.body.subarray(8, 12).toString()).toBe("WEBP");
    const download = await ask(picture, { query: "?download=1" });
    expect(download.headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("comes in parts", async () => {
    const part = await ask(picture, { headers: { range: "bytes=10-19" } });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 10-19/${bytes.length}`);
    expect(part.headers.get("content-length")).toBe("10");
    expect(part.body.equals(bytes.subarray(10, 20))).toBe(true);
    const end = await ask(picture, { headers: { range: "bytes=-5" } });
    expect(end.body.equals(bytes.subarray(-5))).toBe(true);
    const beyond = await ask(picture, { headers: { range: `bytes=${bytes.length}-` } });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get("content-range")).toBe(`bytes */${bytes.length}`);
  });

  it("is told of without being sent", async () => {
    const answer = await ask(picture, { method: "HEAD" });
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
    expect(answer.headers.get("content-length")).toBe(String(bytes.length));
  });

  it("is not sent again to who has it, and whole to who has another", async () => {
    const etag = (await ask(picture)).headers.get("etag") ?? "";
    const same = await ask(picture, { headers: { "if-none-match": `"x", W/${etag}` } });
    expect([same.status, same.body.length]).toEqual([304, 0]);
    const part = await ask(picture, { headers: { range: "bytes=0-4", "if-range": etag } });
    expect(part.status).toBe(206);
    const whole = await ask(picture, { headers: { range: "bytes=0-4", "if-range": '"other"' } });
    expect([whole.status, whole.body.length]).toEqual([200, bytes.length]);
    expect((await ask(picture, { query: "?size=thumb" })).headers.get("etag")).not.toBe(etag);
  });

  it("that Safari cannot play comes in a container that it can", async () => {
    const note = await sendsIn(anna, {
      kind: "voice",
      base64: (await voiceNote()).toString("base64"),
      mimeType: "audio/ogg; codecs=opus",
    });
    expect(fileOf(note)).toMatchObject({ state: "ready", durationMs: expect.closeTo(2000, -2) });
    expect(fileOf(note).wave).toHaveLength(64);
    const answer = await ask(note, { query: "?as=mp4" });
    expect(answer.headers.get("content-type")).toBe("audio/mp4");
    expect(answer.body.subarray(4, 8).toString()).toBe("ftyp");
    expect((await ask(note)).body.subarray(0, 4).toString()).toBe("OggS");
  });

  it.each([
    ["<!DOCTYPE html><script>alert(1)</script>", "text/html", "page.html"],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "image/svg+xml", "logo.svg"],
    ["<html><body>not a picture</body></html>", "image/jpeg", "trick.jpg"],
    ["%PDF-1.7\n", "application/pdf", "bill.pdf"],
    ["hello", "text/plain", "note.txt"],
  ])("that a browser could run is a download: %s", async (content, mimeType, filename) => {
    const answer = await ask(await document(content, mimeType, filename));
    expect(answer.body.toString()).toBe(content);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toContain(`attachment; filename="${filename}"`);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("keeps the name that the customer gave it", async () => {
    const answer = await ask(await document("x", "text/plain", 'Rechnung "März"\r\n.txt'));
    expect(answer.headers.get("content-disposition")).toContain(
      "filename*=UTF-8''Rechnung%20_M%C3%A4rz_.txt",
    );
  });

  it("that is not here yet, or never will be, says so", async () => {
    await control("POST", "faults", { kind: "server_error", endpoint: "download" });
    const late = await sendsIn(anna, { kind: "image" });
    const answer = await ask(late);
    expect([answer.status, codeOf(answer)]).toEqual([409, "media_not_ready"]);
    await control("POST", "faults", { kind: "too_large", endpoint: "download" });
    const never = await sendsIn(anna, { kind: "image" });
    expect(JSON.parse((await ask(never)).body.toString())).toMatchObject({ state: "failed" });
  });

  it("that is gone from the disk is not found", async () => {
    const message = await sendsIn(anna, { kind: "image" });
    rmSync(join(mediaFolder, fileOf(message).key ?? ""));
    expect((await ask(message)).status).toBe(404);
  });
});

describe("retryMediaAction", () => {
  const at = () => ({ conversationId: picture.conversationId, messageId: picture.id, slot: "0" });

  it("is not for viewers", async () =>
    expect((await retryMediaAction(at()))?.serverError?.code).toBe("forbidden"));

  it("is not for files that there are none of", async () => {
    await signIn(await member("agent"));
    expect((await retryMediaAction({ ...at(), slot: "7" }))?.serverError?.code).toBe("not_found");
    expect((await retryMediaAction({ ...at(), slot: "../x" }))?.validationErrors).toBeDefined();
  });
});

describe("an integrator", () => {
  const params = () => ({ id: picture.conversationId, messageId: picture.id, slot: "0" });

  it("gets a file with a key, always as a download", async () => {
    const request = new Request("http://127.0.0.1/api/v1/x", {
      headers: { authorization: `Bearer ${apiKey}`, range: "bytes=0-3" },
    });
    const answer = await getApiFile(request, { params: Promise.resolve(params()) });
    expect(answer.status).toBe(206);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(0, 4))).toBe(true);
  });

  it("gets none without a key, and none that there is not", async () => {
    expect((await call(getApiFile, { params: params(), key: null })).status).toBe(401);
    expect((await call(getApiFile, { params: { ...params(), slot: "5" } })).status).toBe(404);
    expect((await call(getApiFile, { params: { ...params(), slot: "five" } })).status).toBe(422);
  });
});

describe("where a file is on the disk", () => {
  const secrets = async (): Promise<string[]> => {
    const stored = (await messagesOf(picture.conversationId).doc(picture.id).get()).data();
    if (!stored) throw new Error("The message is gone");
    const { key, thumbKey } = fileOf(stored);
    return [key ?? "", thumbKey ?? "", (key ?? "").slice(6)];
  };
  const expectSilence = async (text: string) => {
    expect(text).toContain(picture.id);
    expect(text).toContain('"ready"');
    for (const secret of await secrets()) expect(text).not.toContain(secret);
  };

  it("is never told in a thread, and neither are Meta's links", async () => {
    const url = `http://localhost:3000/api/inbox/conversations/${picture.conversationId}/messages`;
    const params = Promise.resolve({ id: picture.conversationId });
    const text = await (await getMessages(new Request(url), { params })).text();
    await expectSilence(text);
    expect(text).not.toContain("whatsapp_business/attachments");
  });

  it("is never told on the live stream, and neither are Meta's links", async () => {
    const hub = createHub();
    try {
      const stream = openStream(hub);
      await stream.ready();
      await signIn(await member("agent"));
      const { id: messageId, conversationId } = picture;
      const reacted = await reactAction({ conversationId, messageId, emoji: "👍" });
      await expectSilence(JSON.stringify(reacted?.data));
      const told = await stream.until(
        (event) => event.type === "conversation" && event.messages.some(({ id }) => id === picture.id),
      );
      await expectSilence(JSON.stringify(told));
      expect(JSON.stringify(told)).not.toContain("whatsapp_business/attachments");
    } finally {
      hub.stop();
    }
  });

  it("is never told to integrators", async () => {
    const { json } = await call(getApiMessages, { params: { id: picture.conversationId } });
    await expectSilence(JSON.stringify(json));
  });
});
