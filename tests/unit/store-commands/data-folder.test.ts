import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { dataFolder } from "@/scripts/store/data-folder";

beforeEach(() => {
  for (const name of ["PARLEY_DATA", "LOCAL_DIR", "MEDIA_DIR"]) vi.stubEnv(name, "");
});
afterEach(() => vi.unstubAllEnvs());

it("means the folder asked for, else PARLEY_DATA, else the local stack's", () => {
  expect(dataFolder().dir).toBe(join(process.cwd(), ".local"));
  vi.stubEnv("LOCAL_DIR", "/local");
  expect(dataFolder().dir).toBe("/local");
  vi.stubEnv("PARLEY_DATA", "/data");
  expect(dataFolder()).toEqual({
    dir: "/data",
    store: "/data/store",
    database: "/data/store/firestore.db",
    media: "/data/media",
  });
  expect(dataFolder("/asked").dir).toBe("/asked");
});

it("takes the media from MEDIA_DIR, but those of a folder asked for from inside it", () => {
  vi.stubEnv("PARLEY_DATA", "/data");
  vi.stubEnv("MEDIA_DIR", "/elsewhere");
  expect(dataFolder().media).toBe("/elsewhere");
  expect(dataFolder("/asked").media).toBe("/asked/media");
});
