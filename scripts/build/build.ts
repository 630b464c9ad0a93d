import { spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../stack/root";
import { sourceHash } from "./source-hash";

/** `npm run build`: `next build`, then what the standalone server serves but Next leaves out of its folder. */
const standalone = join(projectRoot, ".next", "standalone");
const stamp = join(projectRoot, ".next", "parley-source-hash");
const hash = sourceHash(projectRoot);

rmSync(stamp, { force: true });
const next = join(projectRoot, "node_modules", "next", "dist", "bin", "next");
const result = spawnSync(process.execPath, [next, "build"], {
  cwd: projectRoot,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
});
if (result.status !== 0) process.exit(result.status ?? 1);

copyInto(join(projectRoot, ".next", "static"), join(standalone, ".next", "static"));
copyInto(join(projectRoot, "public"), join(standalone, "public"));
writeFileSync(stamp, hash);

function copyInto(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}
