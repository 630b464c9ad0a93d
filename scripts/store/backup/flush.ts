import { open } from "node:fs/promises";

/** Puts a file, or the names in a folder, on disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}
