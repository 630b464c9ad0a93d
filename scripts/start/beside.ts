import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../stack/root";

/** A file that the build put beside the bundle; in a checkout, where it came from. */
export function beside(name: string, source: string): string {
  const bundled = join(import.meta.dirname, name);
  return existsSync(bundled) ? bundled : join(projectRoot, source);
}
