import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceHash } from "../build/source-hash";
import { startChild } from "./child";
import { projectRoot } from "./root";

/** Builds the app when its sources changed since the last build. Throws with the end of the log when that fails. */
export async function buildWhenChanged(dir: string): Promise<{ wasBuilt: boolean }> {
  if (isFresh()) return { wasBuilt: false };
  const child = startChild({
    name: "build",
    command: process.execPath,
    args: ["--import", "tsx", join(projectRoot, "scripts", "build", "build.ts")],
    cwd: projectRoot,
    logPath: join(dir, "logs", "build.log"),
  });
  const how = await child.exited;
  if (how === "exit code 0") return { wasBuilt: true };
  const end = readFileSync(child.logPath, "utf8").split("\n").slice(-40).join("\n");
  throw new Error(`The build failed (${how}); the whole log is in ${child.logPath}\n${end}`);
}

function isFresh(): boolean {
  const next = join(projectRoot, ".next");
  const stamp = join(next, "parley-source-hash");
  if (!existsSync(stamp) || !existsSync(join(next, "standalone", "server.js"))) return false;
  return readFileSync(stamp, "utf8") === sourceHash(projectRoot);
}
