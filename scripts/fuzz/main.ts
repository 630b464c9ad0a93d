import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { stopAllChildren } from "../stack/child";
import { openClient } from "./client";
import { fuzz } from "./compare";
import { startEmbedded, startOfficial } from "./engines";

/** `npm run fuzz -- --minutes 5 [--seed 1]`: the embedded Firestore against the official emulator, at random. */
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    seed: { type: "string" },
    official: { type: "string" },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const untilMs = Date.now() + Number(values.minutes) * 60_000;
const dir = mkdtempSync(join(tmpdir(), "fuzz-"));

const [official, embedded] = await Promise.all([
  values.official ? { host: values.official } : startOfficial(dir),
  startEmbedded({ dir: join(dir, "data") }),
]);
console.log(`Seed ${seed}, ${values.minutes} minutes`);
const clients = [openClient(official.host), openClient(embedded.host)] as const;
const { tally, failure } = await fuzz(...clients, { seed, plans: 1_000_000, untilMs });

console.log(`${tally.plans} plans, ${tally.steps} steps, ${tally.refused} refused`);
for (const [reason, times] of tally.excused) console.log(`  ${times} × ${reason}`);
if (failure) {
  const { difference, steps } = failure;
  console.log(`\nThe engines differ (seed ${seed}) at step ${difference.step} of:`);
  for (const step of steps) console.log(JSON.stringify(step));
  console.log(
    `\nofficial: ${JSON.stringify(difference.official)}\nembedded: ${JSON.stringify(difference.embedded)}`,
  );
}
for (const client of clients) client.close();
await stopAllChildren();
rmSync(dir, { recursive: true, force: true });
process.exit(failure ? 1 : 0);
