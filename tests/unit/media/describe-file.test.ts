import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { describeFile } from "@/lib/inbox/media/describe/describe-file";
import { movingSticker, photo, video, voiceNote } from "../../support/media-files";

const folder = mkdtempSync(join(tmpdir(), "parley-describe-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

function described(bytes: Uint8Array | string, claimed: string | null = null) {
  count += 1;
  const path = join(folder, String(count));
  writeFileSync(path, bytes);
  return describeFile(path, claimed);
}

describe("describeFile", () => {
  it("knows a photo's size upright and makes a small picture of it, upright too", async () => {
    const { thumb, ...known } = await described(await photo());
    expect(known).toMatchObject({ mimeType: "image/jpeg", width: 600, height: 900, durationMs: null });
    expect(await sharp(thumb ?? Buffer.alloc(0)).metadata()).toMatchObject({
      format: "webp",
      width: 320,
      height: 480,
    });
  });

  it("makes a still picture of a moving sticker", async () => {
    const { thumb, ...known } = await described(await movingSticker(), "image/webp");
    expect(known).toMatchObject({ mimeType: "image/webp", width: 512, height: 512 });
    expect((await sharp(thumb ?? Buffer.alloc(0)).metadata()).pages ?? 1).toBe(1);
  });

  it("knows how long a voice note is, how loud it is where, and makes a copy for Safari", async () => {
    const { play, wave, ...known } = await described(await voiceNote(2), "audio/ogg; codecs=opus");
    expect(known).toMatchObject({ mimeType: "audio/ogg", durationMs: expect.closeTo(4000, -2) });
    expect(wave).toHaveLength(64);
    expect(Math.max(...(wave ?? []).slice(0, 28))).toBeLessThan(20);
    expect(Math.max(...(wave ?? []).slice(36))).toBe(100);
    const copy = await described(play ?? "", "audio/mp4");
    expect(copy).toMatchObject({ mimeType: "audio/mp4", durationMs: expect.closeTo(4000, -2) });
  });

  it("knows sound in a video's container for what it is", async () => {
    const { play } = await described(await voiceNote(1), "audio/ogg");
    expect(await described(play ?? "", "video/mp4")).toMatchObject({
      mimeType: "audio/mp4",
      durationMs: expect.closeTo(2000, -2),
    });
    expect((await described(play ?? "", null)).wave).toHaveLength(64);
  });

  it("knows how long a video is and its size", async () => {
    expect(await described(await video(), "video/mp4")).toMatchObject({
      mimeType: "video/mp4",
      width: 64,
      height: 48,
      durationMs: 2000,
    });
  });

  it("keeps what no tool understands, by its type alone", async () => {
    const broken = (await photo()).subarray(0, 40);
    expect(await described(broken, "image/jpeg")).toMatchObject({
      mimeType: "image/jpeg",
      width: null,
      thumb: null,
    });
  });

  it("does not unpack a picture that is a bomb", async () => {
    const bomb = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"><rect/></svg>',
    );
    expect(await described(bomb, "image/png")).toMatchObject({ mimeType: "image/svg+xml", thumb: null });
  });
});
