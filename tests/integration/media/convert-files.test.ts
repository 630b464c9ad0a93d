import sharp from "sharp";
import { expect, test } from "vitest";
import { mediaDisk } from "@/lib/inbox/media/disk";
import type { AddedUpload } from "@/lib/inbox/uploads/add-upload";
import { heic } from "../../support/heic-file";
import { movingSticker, photo, voiceNote } from "../../support/media-files";
import { film, recording } from "../../support/recordings";
import { customer, useStandIn } from "../outbound/stand-in";
import { useWorld } from "../support/world";
import { put, taken } from "./files";
import { useMediaFolder } from "./support";

useWorld("convert-files");
useStandIn();
useMediaFolder();

async function bytesOf({ upload }: AddedUpload): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await mediaDisk()?.read(upload.file.key ?? "")) ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const plain = (channels: 3 | 4, background: string | { r: number; g: number; b: number; alpha: number }) =>
  sharp({ create: { width: 300, height: 100, channels, background } });

test("a HEIC becomes a JPEG of the same size and colours", async () => {
  const { conversationId } = await customer("whatsapp");
  const added = await taken(conversationId, heic(), "IMG_0001.HEIC");
  expect(added).toMatchObject({
    isConverted: true,
    upload: {
      kind: "image",
      filename: "IMG_0001.jpg",
      file: { mimeType: "image/jpeg", width: 96, height: 64 },
    },
  });
  const { data } = await sharp(await bytesOf(added))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(150);
  expect(data[(96 - 1) * 3]).toBeLessThan(60);
});

test.each(["whatsapp", "instagram"] as const)(
  "a picture one can see through stays so on %s",
  async (channel) => {
    const { conversationId } = await customer(channel);
    const bytes = await plain(4, { r: 255, g: 0, b: 0, alpha: 0.4 }).webp().toBuffer();
    const { upload } = await taken(conversationId, bytes, "glass.webp");
    expect(upload).toMatchObject({ filename: "glass.png", file: { mimeType: "image/png" } });
  },
);

test("a picture for print, or of sixteen bits, becomes one that WhatsApp takes", async () => {
  const { conversationId } = await customer("whatsapp");
  const cmyk = await plain(3, "teal").toColourspace("cmyk").jpeg().toBuffer();
  const deep = await plain(3, "teal").toColourspace("rgb16").png().toBuffer();
  for (const [bytes, name] of [
    [cmyk, "print.jpg"],
    [deep, "deep.png"],
  ] as const) {
    const added = await taken(conversationId, bytes, name);
    expect(added).toMatchObject({ isConverted: true, upload: { file: { mimeType: "image/jpeg" } } });
    expect(await sharp(await bytesOf(added)).metadata()).toMatchObject({ space: "srgb", depth: "uchar" });
  }
  expect(await taken(conversationId, await photo(), "plain.jpg")).toMatchObject({ isConverted: false });
});

test("a GIF is its first frame on WhatsApp and moves on Instagram", async () => {
  const gif = await sharp(await movingSticker(), { animated: true })
    .gif()
    .toBuffer();
  const onWhatsApp = await taken((await customer("whatsapp")).conversationId, gif, "a.gif");
  expect(onWhatsApp.upload.file).toMatchObject({ mimeType: "image/jpeg", width: 512, height: 512 });
  const onInstagram = await taken((await customer("instagram")).conversationId, gif, "a.gif");
  expect(onInstagram).toMatchObject({ isConverted: false, upload: { file: { mimeType: "image/gif" } } });
});

test("stickers become WebP of 512 by 512 within their caps, still or moving", async () => {
  const { conversationId } = await customer("whatsapp");
  const still = await taken(conversationId, await photo(), "cat.jpg", { isSticker: true });
  expect(still.upload).toMatchObject({
    kind: "sticker",
    file: { mimeType: "image/webp", width: 512, height: 512 },
  });
  expect(still.upload.file.sizeBytes).toBeLessThanOrEqual(100 * 1024);
  const moving = await taken(conversationId, await movingSticker(), "cat.webp", { isSticker: true });
  expect(await sharp(await bytesOf(moving), { animated: true }).metadata()).toMatchObject({
    pages: 3,
    width: 512,
  });
});

test("what a browser recorded becomes a voice note: OGG with one channel of Opus, with its wave", async () => {
  const { conversationId } = await customer("whatsapp");
  const added = await taken(conversationId, await recording("webm"), "voice-note.webm", {
    isVoice: true,
    claimedType: "audio/webm",
  });
  expect(added.upload).toMatchObject({
    kind: "audio",
    isVoice: true,
    filename: "voice-note.ogg",
    file: { mimeType: "audio/ogg", wave: expect.any(Array) },
  });
  expect((await bytesOf(added)).subarray(0, 4).toString()).toBe("OggS");
});

test("on Instagram a recording becomes a WAV, as it takes no Opus", async () => {
  const { conversationId } = await customer("instagram");
  const added = await taken(conversationId, await recording("webm"), "v.webm", { isVoice: true });
  expect(added.upload).toMatchObject({ isVoice: true, file: { mimeType: "audio/wav" } });
  const bytes = await bytesOf(added);
  expect(bytes.subarray(0, 4).toString()).toBe("RIFF");
  expect(added.upload.file.durationMs).toBeGreaterThan(1_500);
});

test("OGG with two channels is no sound for WhatsApp", async () => {
  const { conversationId } = await customer("whatsapp");
  const stereo = await recording("ogg", 2);
  expect(await put(conversationId, stereo, "s.ogg")).toMatchObject({
    error: { code: "media_not_accepted", details: { reason: "sound" } },
  });
  expect((await taken(conversationId, await voiceNote(), "m.ogg")).upload).toMatchObject({ isVoice: false });
});

test("an iPhone's film goes out as MP4, and a film that WhatsApp does not play is refused", async () => {
  const { conversationId } = await customer("whatsapp");
  const added = await taken(conversationId, await film("mov", "avc"), "IMG_2.MOV");
  expect(added).toMatchObject({
    isConverted: true,
    upload: { kind: "video", filename: "IMG_2.mp4", file: { mimeType: "video/mp4", width: 64, height: 48 } },
  });
  expect(added.upload.file.durationMs).toBeGreaterThan(1_500);
  expect((await bytesOf(added)).subarray(4, 8).toString()).toBe("ftyp");
  for (const container of ["mov", "mp4"] as const) {
    expect(await put(conversationId, await film(container, "vp9"), `a.${container}`)).toMatchObject({
      error: { details: { reason: "film" } },
    });
  }
});

test.each([
  [
    "a script that says it is a picture",
    Buffer.from("<html><script>1</script>"),
    "a.jpg",
    "image/jpeg",
    "type",
  ],
  [
    "a damaged picture",
    Buffer.concat([Buffer.from("RIFF\x10\0\0\0WEBPVP8 "), Buffer.alloc(40)]),
    "a.webp",
    null,
    "unreadable",
  ],
  ["nothing", Buffer.alloc(0), "a.jpg", "image/jpeg", "empty"],
] as const)("%s is refused", async (_what, bytes, name, claimedType, reason) => {
  const { conversationId } = await customer("whatsapp");
  const refused = await put(conversationId, bytes, name, { claimedType });
  expect(refused).toMatchObject({ error: { code: "media_not_accepted", details: { reason } } });
});

test("a file over the cap is refused before it is read, and when it hides its size", async () => {
  const { conversationId } = await customer("whatsapp");
  const large = Buffer.alloc(5 * 1024 * 1024 + 1, 1);
  large.set([0xff, 0xd8, 0xff, 0xe0]);
  let isRead = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        isRead = true;
        controller.enqueue(large);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const told = await put(conversationId, large, "a.jpg", { body });
  expect(told).toMatchObject({
    error: { details: { reason: "too_large", kind: "image", limitBytes: 5 * 1024 * 1024 } },
  });
  expect(isRead).toBe(false);
  const hidden = await put(conversationId, large, "a.jpg", { claimedBytes: null, body });
  expect(hidden).toMatchObject({ error: { details: { reason: "too_large" } } });
});
