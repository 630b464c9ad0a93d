import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cleanLeftovers } from "@/lib/inbox/media/clean-leftovers";

const folder = mkdtempSync(join(tmpdir(), "parley-leftovers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("cleanLeftovers", () => {
  it("deletes what dead downloads left long ago, and nothing else", async () => {
    const ours = join(folder, "parley-media-x");
    const other = join(folder, "somebody-elses");
    for (const path of [ours, other]) {
      mkdirSync(path);
      writeFileSync(join(path, "file"), "x");
    }
    await cleanLeftovers(Date.now(), folder);
    expect(existsSync(ours)).toBe(true);
    await cleanLeftovers(Date.now() + 7 * 60 * 60_000, folder);
    expect([existsSync(ours), existsSync(other)]).toEqual([false, true]);
  });

  it("bears a folder that is not there", async () => {
    await expect(cleanLeftovers(Date.now(), join(folder, "none"))).resolves.toBeUndefined();
  });
});
