import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
import { type MediaDisk, mediaDisk, mediaPlace } from "@/lib/inbox/media/disk";
import { PretendBucket } from "../../support/pretend-bucket";

const folder = mkdtempSync(join(tmpdir(), "parley-disk-"));
const bucket = new PretendBucket();
beforeAll(async () => {
  // The variable of Google's own client.
  process.env.STORAGE_EMULATOR_HOST = await bucket.start();
});
afterEach(() => set({}));
afterAll(async () => {
  delete process.env.STORAGE_EMULATOR_HOST;
  await bucket.stop();
  rmSync(folder, { recursive: true, force: true });
});

function set(values: Record<string, string>): void {
  Object.assign(process.env, { MEDIA_DIR: "", MEDIA_BUCKET: "", PARLEY_DATA: "", ...values });
  forgetEnv();
}

const textOf = async (stream: Readable) => Buffer.concat(await stream.toArray()).toString();

describe.each([
  ["a folder", { MEDIA_DIR: join(folder, "media") }],
  ["a bucket", { MEDIA_BUCKET: "media" }],
])("the media disk in %s", (_name, values) => {
  function disk(): MediaDisk {
    set(values as Record<string, string>);
    const found = mediaDisk();
    if (!found) throw new Error("There is no disk");
    return found;
  }

  it("gives back what was put there, whole and in parts", async () => {
    await disk().put("in/ab/abc", Buffer.from("0123456789"));
    expect(await disk().exists("in/ab/abc")).toBe(true);
    expect(await disk().size("in/ab/abc")).toBe(10);
    expect(await textOf(await disk().read("in/ab/abc"))).toBe("0123456789");
    expect(await textOf(await disk().readRange("in/ab/abc", 2, 4))).toBe("234");
    expect(await textOf(await disk().readRange("in/ab/abc", 9, 9))).toBe("9");
  });

  it("takes a stream and a file, and replaces what was there", async () => {
    await disk().put("in/stream", Readable.from([Buffer.from("from "), Buffer.from("a stream")]));
    expect(await textOf(await disk().read("in/stream"))).toBe("from a stream");
    const path = join(folder, "source");
    writeFileSync(path, "from a file");
    await disk().putFile("in/stream", path);
    expect(await textOf(await disk().read("in/stream"))).toBe("from a file");
  });

  it("says of what is not there that it is not", async () => {
    expect(await disk().exists("in/nothing")).toBe(false);
    expect(await disk().size("in/nothing")).toBeNull();
    await expect(disk().read("in/nothing").then(textOf)).rejects.toThrow();
  });

  it("deletes, also what is gone already", async () => {
    await disk().put("in/gone", Buffer.from("x"));
    await disk().delete("in/gone");
    expect(await disk().exists("in/gone")).toBe(false);
    await disk().delete("in/gone");
  });

  it("never leaves its place", async () => {
    await expect(disk().put("../outside", Buffer.from("x"))).rejects.toThrow();
    await expect(disk().readRange("../outside", 0, 1)).rejects.toThrow();
  });
});

describe("where the media disk is", () => {
  it.each([
    [{}, null],
    [{ PARLEY_DATA: "/data" }, { kind: "folder", name: "/data/media" }],
    [
      { PARLEY_DATA: "/data", MEDIA_DIR: "/files" },
      { kind: "folder", name: "/files" },
    ],
    [
      { PARLEY_DATA: "/data", MEDIA_BUCKET: "b" },
      { kind: "bucket", name: "b" },
    ],
  ])("with %o is %o", (values, place) => {
    set(values as Record<string, string>);
    expect(mediaPlace()).toEqual(place);
  });

  it("is one place only", () => {
    set({ MEDIA_DIR: "/files", MEDIA_BUCKET: "b" });
    expect(() => mediaPlace()).toThrow("MEDIA_DIR and MEDIA_BUCKET");
  });
});
