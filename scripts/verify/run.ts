import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../stack/root";
import { checkHabits } from "./habits";
import { checkImports } from "./imports";
import { checkMutations } from "./mutations";
import { checkReadingDirection } from "./reading-direction";
import { sourceFiles } from "./source-files";

export type Check = { name: string; isGood: boolean; seconds: number };

/** Format and lint, types, import directions and habits. Prints what is wrong; never stops at the first. */
export function verify(): Check[] {
  return [
    timed("format and lint", () => runs("@biomejs/biome/bin/biome", ["check", "."])),
    timed("route types", () => runs("next/dist/bin/next", ["typegen"], "quiet")),
    timed("types", () => runs("typescript/bin/tsc", ["--noEmit"])),
    timed("imports, habits and the audit log", checkSources),
  ];
}

function checkSources(): boolean {
  const files = sourceFiles(projectRoot);
  const problems = [
    ...checkImports(files),
    ...checkHabits(files),
    ...checkMutations(files),
    ...checkReadingDirection(files),
  ];
  for (const { path, message } of problems) console.error(`${path} ${message}`);
  return problems.length === 0;
}

function runs(bin: string, args: string[], how: "loud" | "quiet" = "loud"): boolean {
  const result = spawnSync(process.execPath, [join(projectRoot, "node_modules", bin), ...args], {
    cwd: projectRoot,
    encoding: "utf8",
    stdio: how === "loud" ? "inherit" : "pipe",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (how === "quiet" && result.status !== 0) console.error(result.stdout, result.stderr);
  return result.status === 0;
}

function timed(name: string, check: () => boolean): Check {
  const startedAt = performance.now();
  const isGood = check();
  return { name, isGood, seconds: (performance.now() - startedAt) / 1000 };
}
