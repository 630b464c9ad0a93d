import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { seed } from "../local/seed";
import { startStack } from "../stack/stack";
import { writeState } from "../stack/state";
import { type BareStack, startBareStack } from "./bare-stack";
import { ensureBrowser } from "./browser";
import { noteIndexNeeds } from "./index-list";
import type { Counts, PartContext } from "./parts";
import { runLoud } from "./run-loud";

type Report = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/**
 * Playwright against a stack of its own: empty, on free ports, the production build. Beside it runs a bare one, with
 * nobody and no channel in it, for the spec of the first run.
 */
export async function runEndToEnd(context: PartContext): Promise<Counts> {
  const { dir, projectRoot } = context;
  await ensureBrowser();
  const stack = await startStack({ dir, mode: "production", onStep: (what) => console.log(`${what} …`) });
  let bare: BareStack | null = null;
  try {
    bare = wantsBareStack() ? await startBareStack(join(dir, "bare")) : null;
    const projectId = stack.store.projectId;
    const accounts = await seed({ seed: { kind: "none" }, stack, dir, projectId });
    writeState(dir, stack.state(accounts));
    const reportPath = join(dir, "e2e.json");
    rmSync(reportPath, { force: true });
    const bin = join(projectRoot, "node_modules", "@playwright", "test", "cli.js");
    const how = await runLoud(process.execPath, [bin, "test", ...chosenSpecs()], {
      PARLEY_STATE: join(dir, "state.json"),
      PARLEY_E2E_REPORT: reportPath,
      PARLEY_BARE_STATE: bare?.statePath ?? "",
    });
    if (!existsSync(reportPath)) return { passed: 0, failed: 1 };
    const { stats }: Report = JSON.parse(readFileSync(reportPath, "utf8"));
    if (stats.flaky > 0) console.error(`${stats.flaky} passed only at the second try: look at their traces`);
    const isBroken = how !== "exit code 0" && stats.unexpected === 0;
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + (isBroken ? 1 : 0),
      skipped: stats.skipped,
    };
  } finally {
    await bare?.stop();
    await stack.stop();
    noteIndexNeeds(dir, "e2e", join(dir, "store"));
  }
}

/** `E2E="keyboard templates" npm test -- e2e` runs the specs with these words in their names. */
const chosenSpecs = (): string[] => process.env.E2E?.split(" ").filter(Boolean) ?? [];

const wantsBareStack = (): boolean => {
  const chosen = chosenSpecs();
  return chosen.length === 0 || chosen.some((word) => "first-run".includes(word));
};
