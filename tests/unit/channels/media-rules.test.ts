import { describe, expect, it } from "vitest";
import { judgeFile, type MediaKind, mediaRules, sentType, typeByName } from "@/lib/channels/media-rules";

const KB = 1024;
const MB = 1024 * KB;

const caps: ["whatsapp" | "instagram", MediaKind, string[], number][] = [
  ["whatsapp", "image", ["image/jpeg", "image/png"], 5 * MB],
  ["whatsapp", "video", ["video/mp4", "video/3gpp"], 16 * MB],
  ["whatsapp", "audio", ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"], 16 * MB],
  ["whatsapp", "document", ["application/pdf", "text/plain", "text/csv", "application/msword"], 100 * MB],
  ["instagram", "image", ["image/jpeg", "image/png", "image/gif"], 8 * MB],
  [
    "instagram",
    "video",
    ["video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm"],
    25 * MB,
  ],
  ["instagram", "audio", ["audio/aac", "audio/mp4", "audio/x-m4a", "audio/wav"], 25 * MB],
  ["instagram", "document", ["application/pdf"], 25 * MB],
];

describe.each(caps)("on %s, %s files", (channel, kind, types, limit) => {
  it.each(types)("of type %s are taken up to the cap and not past it", (type) => {
    expect(judgeFile(channel, { type, sizeBytes: limit })).toMatchObject({
      ok: true,
      kind,
      conversion: null,
    });
    expect(judgeFile(channel, { type, sizeBytes: limit + 1 })).toMatchObject({
      ok: false,
      reason: "too_large",
      kind,
      limitBytes: limit,
    });
  });
});

describe("a file", () => {
  it.each([
    ["whatsapp", "image/webp", "picture"],
    ["whatsapp", "image/heic", "picture"],
    ["whatsapp", "image/gif", "still"],
    ["instagram", "image/webp", "picture"],
    ["instagram", "image/heif", "picture"],
  ] as const)("on %s of type %s is converted", (channel, type, conversion) => {
    expect(judgeFile(channel, { type, sizeBytes: 24 * MB })).toMatchObject({ kind: "image", conversion });
    expect(judgeFile(channel, { type, sizeBytes: 26 * MB })).toMatchObject({
      ok: false,
      reason: "too_large",
    });
  });

  it.each([
    ["whatsapp", "image/svg+xml"],
    ["whatsapp", "text/html"],
    ["whatsapp", "video/webm"],
    ["whatsapp", "application/zip"],
    ["whatsapp", "application/octet-stream"],
    ["instagram", "audio/ogg"],
    ["instagram", "text/plain"],
    ["instagram", "application/msword"],
  ] as const)("on %s of type %s is refused, with what is taken instead", (channel, type) => {
    const verdict = judgeFile(channel, { type, sizeBytes: 10 });
    expect(verdict).toMatchObject({ ok: false, reason: "type" });
    expect(verdict.ok ? [] : verdict.accepted).not.toEqual([]);
  });

  it("without a byte is refused", () => {
    expect(judgeFile("whatsapp", { type: "image/png", sizeBytes: 0 })).toMatchObject({ reason: "empty" });
  });

  it("may be a sticker on WhatsApp only", () => {
    const offered = { type: "image/webp", sizeBytes: 10, isSticker: true };
    expect(judgeFile("whatsapp", offered)).toMatchObject({ kind: "sticker", conversion: "sticker" });
    expect(judgeFile("instagram", offered)).toMatchObject({ ok: false, reason: "no_stickers" });
    expect(judgeFile("whatsapp", { ...offered, type: "application/pdf" })).toMatchObject({ ok: false });
  });

  it.each(["audio/webm", "audio/ogg", "audio/mp4", "video/webm"])(
    "that was recorded as %s becomes a voice note",
    (type) => {
      for (const channel of ["whatsapp", "instagram"] as const) {
        expect(judgeFile(channel, { type, sizeBytes: 10, isVoice: true })).toMatchObject({
          kind: "audio",
          conversion: "voice",
        });
      }
    },
  );

  it("is known by other names of its type, and by its own", () => {
    expect(judgeFile("whatsapp", { type: "IMAGE/JPG; q=1", sizeBytes: 10 })).toMatchObject({ kind: "image" });
    expect(typeByName("Holiday.HEIC")).toBe("image/heic");
    expect(typeByName("no ending")).toBe("");
    expect(sentType("text/csv")).toBe("text/plain");
  });

  it("that is a picture is never taken as a sticker unasked", () => {
    expect(judgeFile("whatsapp", { type: "image/webp", sizeBytes: 10 })).toMatchObject({ kind: "image" });
    expect(mediaRules.instagram.sticker).toBeUndefined();
  });
});
