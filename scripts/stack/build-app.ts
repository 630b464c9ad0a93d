import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isFresh } from "../build/stamp";
import { startChild } from "./child";
import { projectRoot } from "./root";

/** Builds what changed since the last build: the app, or only the bundles beside it. Throws with the log's end. */
export async function buildWhenChanged(dir: string): Promise<{ wasBuilt: boolean }> {
  const isAppFresh = isFresh("app");
  if (isAppFresh && isFresh("bundles")) return { wasBuilt: false };
  const child = startChild({
    name: "build",
    command: process.execPath,
    args: [
      ...["--import", "tsx", join(projectRoot, "scripts", "build", "build.ts")],
      ...(isAppFresh ? ["--bundles"] : []),
    ],
    cwd: projectRoot,
    logPath: join(dir, "logs", "build.log"),
  });
  const how = await child.exited;
  if (how === "exit code 0") return { wasBuilt: true };
  const end = readFileSync(child.logPath, "utf8").split("\n").slice(-40).join("\n");
  throw new Error(`The build failed (${how}); the whole log is in ${child.logPath}\n${end}`);
}
