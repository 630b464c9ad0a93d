import { rmSync } from "node:fs";
import { join } from "node:path";
import { stopAllChildren } from "./stack/child";
import { projectRoot } from "./stack/root";
import { untilAsked } from "./stack/until-asked";
import { type PartResult, partNames, parts } from "./test/parts";
import { printSummary } from "./test/summary";

/** `npm test`: every part in turn, from a fresh clone. `npm test -- unit e2e` runs the parts named. */
const dir = join(projectRoot, ".local-test");
const names = process.argv.slice(2);
const unknown = names.filter((name) => !partNames.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Parts: ${partNames.join(", ")}.`);
  process.exit(2);
}

const asked = untilAsked().then((why) => {
  console.error(`\nStopped: ${why}.`);
  return null;
});
rmSync(dir, { recursive: true, force: true });
const results = await Promise.race([asked, runAll()]);
await stopAllChildren();
process.exit(results && printSummary(results) ? 0 : 1);

async function runAll(): Promise<PartResult[]> {
  const done: PartResult[] = [];
  for (const part of parts) {
    if (names.length > 0 && !names.includes(part.name)) continue;
    console.log(`\n── ${part.name} ${"─".repeat(90 - part.name.length)}`);
    const startedAt = performance.now();
    const counts = await part.run({ dir, projectRoot }).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    done.push({ name: part.name, ...counts, seconds: (performance.now() - startedAt) / 1000 });
  }
  return done;
}
