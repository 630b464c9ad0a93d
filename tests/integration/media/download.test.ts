import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { mediaDisk } from "@/lib/inbox/media/disk";
import { control, customer, useStandIn } from "../outbound/stand-in";
import { useWorld } from "../support/world";
import { fileOf, rowOf, sendsIn, sha256, useMediaFolder } from "./support";

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

/** A photo as phones make them: stored lying, to be turned by EXIF. */
const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "teal" } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer();

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
    ["document", "application/pdf"],
    ["voice", "audio/wav"],
    ["audio", "audio/wav"],
    ["video", "video/mp4"],
    ["sticker", "image/webp"],
  ])("of the kind %s is fetched and known by its bytes (%s)", async (kind, mimeType) => {
    expect(fileOf(await sendsIn(anna, { kind }))).toMatchObject({ state: "ready", mimeType });
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

describe("a story", () => {
  it("is never fetched from a host that is not Meta's", async () => {
    const message = await sendsIn(bea, { kind: "story_reply", text: "x", url: "http://127.0.0.1:9/secret" });
    expect(fileOf(message, "story")).toMatchObject({ state: "failed", failure: "refused" });
    const { items } = await control<{ items: { path: string }[] }>("GET", "requests");
    expect(items.some(({ path }) => path.includes("secret"))).toBe(false);
  });
});
