import { readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { log } from "@/lib/log";

export const folderPrefix = "parley-media-";
/** Longer than any attempt lasts. */
const LEFT_AFTER_MS = 6 * 60 * 60_000;

/** Deletes the folders of attempts that a killed process left in the temporary folder. `now` in epoch ms. Never throws. */
export async function cleanLeftovers(now: number, folder = tmpdir()): Promise<void> {
  try {
    const names = (await readdir(folder)).filter((name) => name.startsWith(folderPrefix));
    for (const name of names) await removeIfOld(join(folder, name), now);
  } catch (error) {
    log.warn({ err: error }, "Leftovers of media downloads could not be looked for");
  }
}

async function removeIfOld(path: string, now: number): Promise<void> {
  const { mtimeMs } = await stat(path);
  if (now - mtimeMs > LEFT_AFTER_MS) await rm(path, { recursive: true, force: true });
}
