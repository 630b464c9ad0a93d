import { rmSync } from "node:fs";
import { join } from "node:path";

const ours = ["store", "simulator", "logs", "media", "secrets.json", "seeded.json", "state.json"];

/** Takes away what local mode keeps in its folder, and nothing that it did not put there. */
export function resetDir(dir: string): void {
  for (const name of ours) rmSync(join(dir, name), { recursive: true, force: true });
}
