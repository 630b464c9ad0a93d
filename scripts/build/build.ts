import { spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../stack/root";
import { bundleInto } from "./bundle";
import { sourceHash } from "./source-hash";
import { stampPath } from "./stamp";

/**
 * `npm run build`: `next build`, then what the standalone server serves but Next leaves out of its folder, then the
 * supervisor, the embedded store and the commands, bundled beside it. With `--bundles` only the last.
 */
const standalone = join(projectRoot, ".next", "standalone");
const isAppWanted = !process.argv.includes("--bundles");
const stamps = { app: stampPath("app"), bundles: stampPath("bundles") };
const hashes = { app: sourceHash(projectRoot), bundles: sourceHash(projectRoot, "bundles") };

rmSync(stamps.bundles, { force: true });
if (isAppWanted) buildApp();
await bundleInto(standalone);
writeFileSync(stamps.bundles, hashes.bundles);

function buildApp(): void {
  rmSync(stamps.app, { force: true });
  const next = join(projectRoot, "node_modules", "next", "dist", "bin", "next");
  const result = spawnSync(process.execPath, [next, "build"], {
    cwd: projectRoot,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (result.status !== 0) process.exit(result.status ?? 1);

  copyInto(join(projectRoot, ".next", "static"), join(standalone, ".next", "static"));
  copyInto(join(projectRoot, "public"), join(standalone, "public"));
  writeFileSync(stamps.app, hashes.app);
}

function copyInto(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}
