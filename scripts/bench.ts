import { join } from "node:path";
import { benchEngines } from "./bench/engine/bench-engines";
import { benchProduct } from "./bench/product";
import { finishPart } from "./bench/report";
import { stopAllChildren } from "./stack/child";
import { projectRoot } from "./stack/root";
import { untilAsked } from "./stack/until-asked";

/**
 * `npm run bench`: everything on loopback, rounds after a warm-up, medians. Prints a table for each part and writes
 * bench/results.json. `npm run bench -- engine` or `-- product` runs one part and leaves the other's results.
 */
const parts: Record<string, () => Promise<void>> = { engine: benchEngines, product: benchProduct };
const asked = process.argv[2] ?? "all";
if (asked !== "all" && !parts[asked]) {
  console.error(`Unknown: ${asked}. Parts: ${Object.keys(parts).join(", ")}, all.`);
  process.exit(2);
}

const stopped = untilAsked().then((why) => {
  throw new Error(`Stopped: ${why}.`);
});
let exitCode = 0;
try {
  await Promise.race([stopped, runParts()]);
} catch (error) {
  console.error(error);
  exitCode = 1;
} finally {
  await stopAllChildren();
}
process.exit(exitCode);

async function runParts(): Promise<void> {
  for (const [name, run] of Object.entries(parts)) {
    if (asked !== "all" && asked !== name) continue;
    await run();
    finishPart(name, join(projectRoot, "bench", "results.json"));
  }
}
