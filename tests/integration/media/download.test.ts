import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { mediaDisk } from "@/lib/inbox/media/disk";
import { messagesOf } from "@/lib/store/messages";
import { providerMessages } from "@/lib/store/provider-messages";
import { photo } from "../../support/media-files";
import { control, customer, useStandIn } from "../outbound/stand-in";
import { useWorld } from "../support/world";
import { again, fileOf, rowOf, sendsIn, sha256, sweepAt, useMediaFolder } from "./support";

useWorld("media-download");
useStandIn();
useMediaFolder();

type Person = { id: string; conversationId: string };
let anna: Person;
let bea: Person;

beforeAll(async () => {
  anna = await customer("whatsapp");
  bea = await customer("instagram");
});

async function bytesOf(key: string | null): Promise<Buffer> {
  const disk = mediaDisk();
  if (!key || !disk) throw new Error("There is nothing to read");
  return Buffer.from(await new Response((await disk.read(key)) as never).arrayBuffer());
}

describe("a customer's file on WhatsApp", () => {
  it("is on our disk at once, upright and with a small picture", async () => {
    const bytes = await photo();
    const message = await sendsIn(anna, {
      kind: "image",
      base64: bytes.toString("base64"),
      mimeType: "image/jpeg",
    });
    const file = fileOf(message);
    expect(file).toMatchObject({
      state: "ready",
      mimeType: "image/jpeg",
      width: 600,
      height: 900,
      sizeBytes: bytes.length,
      failure: null,
    });
    expect(sha256(await bytesOf(file.key))).toBe(sha256(bytes));
    const thumb = await sharp(await bytesOf(file.thumbKey)).metadata();
    expect(thumb).toMatchObject({ format: "webp", width: 320, height: 480 });
    expect(await rowOf(message)).toBeNull();
  });

  it.each([
    ["document", "application/"],
    ["voice", "audio/"],
    ["audio", "audio/"],
    ["video", "video/"],
    ["sticker", "image/"],
  ])("of the kind %s is fetched and known by its bytes (%s)", async (kind, family) => {
    const file = fileOf(await sendsIn(anna, { kind }));
    expect(file).toMatchObject({ state: "ready", mimeType: expect.stringContaining(family) });
  });
});

describe("a customer's file on Instagram", () => {
  it.each(["image", "video", "voice", "document"])("of the kind %s is fetched by its link", async (kind) => {
    expect(fileOf(await sendsIn(bea, { kind })).state).toBe("ready");
  });

  it("is copied from a story that mentions us", async () => {
    expect(fileOf(await sendsIn(bea, { kind: "story_mention" }))).toMatchObject({
      state: "ready",
      width: 96,
    });
  });

  it("is copied from the story it answers", async () => {
    const message = await sendsIn(bea, { kind: "story_reply", text: "Nice" });
    expect(message.kind).toBe("text");
    expect(fileOf(message, "story")).toMatchObject({ state: "ready", mimeType: "image/png" });
  });

  it("is copied from a shared post where the link leads to a file", async () => {
    expect(fileOf(await sendsIn(bea, { kind: "share" })).state).toBe("ready");
  });

  it("is not looked for behind a post's page", async () => {
    const message = await sendsIn(bea, { kind: "share", url: "https://www.instagram.com/p/abc/" });
    expect(message.content).not.toHaveProperty("media");
  });
});

describe("an album", () => {
  it("has each of its pictures fetched", async () => {
    const one = await sendsIn(bea, { kind: "image" });
    const link = one.content.kind === "image" ? one.content.media[0]?.url : null;
    const picture = { type: "image", payload: { url: link } };
    const album = await sendsIn(bea, {
      kind: "raw",
      message: { message: { attachments: [picture, picture] } },
    });
    expect([fileOf(album, "0").state, fileOf(album, "1").state]).toEqual(["ready", "ready"]);
    expect(fileOf(album, "0").key).not.toBe(fileOf(album, "1").key);
  });
});

describe("the picture of an ad", () => {
  it("is copied beside the words it came with", async () => {
    const one = await sendsIn(bea, { kind: "image" });
    const photo_url = one.content.kind === "image" ? one.content.media[0]?.url : null;
    const referral = { source: "ADS", ads_context_data: { ad_title: "Mugs", photo_url } };
    const message = await sendsIn(bea, { kind: "text", text: "Is it still there?", referral });
    expect(fileOf(message, "ad")).toMatchObject({ state: "ready", mimeType: "image/png" });
  });
});

describe("a file of a thread that moves into another meanwhile", () => {
  it("is put where its message is then", async () => {
    await control("POST", "faults", { kind: "server_error", endpoint: "download" });
    const message = await sendsIn(anna, { kind: "image" });
    const row = await rowOf(message);
    const other = await customer("whatsapp");
    const moved = { ...message, conversationId: other.conversationId };
    await messagesOf(other.conversationId).doc(message.id).set(moved);
    await messagesOf(message.conversationId).doc(message.id).delete();
    await providerMessages().doc(message.id).update({ conversationId: other.conversationId });
    await sweepAt(row?.dueAt ?? 0);
    expect(fileOf(await again(moved)).state).toBe("ready");
  });

  it("is let go when its message is nowhere", async () => {
    await control("POST", "faults", { kind: "server_error", endpoint: "download" });
    const message = await sendsIn(anna, { kind: "image" });
    const row = await rowOf(message);
    await messagesOf(message.conversationId).doc(message.id).delete();
    await sweepAt(row?.dueAt ?? 0);
    expect(await rowOf(message)).toBeNull();
  });
});

describe("a story", () => {
  it("is never fetched from a host that is not Meta's", async () => {
    const message = await sendsIn(bea, { kind: "story_reply", text: "x", url: "http://127.0.0.1:9/secret" });
    expect(fileOf(message, "story")).toMatchObject({ state: "failed", failure: "refused" });
    const { items } = await control<{ items: { path: string }[] }>("GET", "requests");
    expect(items.some(({ path }) => path.includes("secret"))).toBe(false);
  });
});
