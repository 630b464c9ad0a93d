import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../stack/root";
import { sourceHash } from "./source-hash";

type BuildPart = "app" | "bundles";

/** Where the build notes what it was made from. */
export function stampPath(part: BuildPart): string {
  return join(projectRoot, ".next", part === "app" ? "parley-source-hash" : "parley-bundles-hash");
}

/** Whether a part of the build was made from the sources as they are now. */
export function isFresh(part: BuildPart): boolean {
  const made = join(projectRoot, ".next", "standalone", part === "app" ? "server.js" : "start.mjs");
  if (!existsSync(stampPath(part)) || !existsSync(made)) return false;
  return readFileSync(stampPath(part), "utf8") === sourceHash(projectRoot, part);
}
