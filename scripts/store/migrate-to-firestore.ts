import { join } from "node:path";
import { dataFolder, readEnvFile } from "./data-folder";
import { connectSide } from "./migrate/connect-side";
import { copyAll } from "./migrate/copy";
import { type MigrateOptions, migrateOptions, usage } from "./migrate/options";
import { noPace, rampedPace } from "./migrate/pace";
import { addTo, noTotals, printReport } from "./migrate/print-report";
import { type Progress, readProgress, writeProgress } from "./migrate/progress";
import { openSource } from "./migrate/source";
import { compareSides } from "./migrate/verify";

/** `npm run migrate-to-firestore`: from the embedded store to Google Cloud Firestore. */
async function migrate(options: MigrateOptions): Promise<boolean> {
  const opened = await openSource(options);
  const { source } = opened;
  const target = connectSide({
    projectId: options.project,
    databaseId: options.database,
    host: options.emulator ?? null,
  });
  try {
    console.log(`From ${source.database}\nto   ${target.database}${options.isDryRun ? " (dry run)" : ""}`);
    const path = progressPath(options);
    const progress: Progress = options.isResume
      ? readProgress(path, source.database, target.database)
      : { from: source.database, to: target.database, collections: {} };
    const totals = noTotals();
    const startedAt = performance.now();
    const say = printNowAndThen();
    await copyAll({
      source,
      target,
      progress,
      isDryRun: options.isDryRun,
      pace: options.emulator || options.isDryRun ? noPace : rampedPace(),
      onPage: (outcome) => {
        addTo(totals, outcome);
        if (!options.isDryRun) writeProgress(path, progress);
        say(totals.created + totals.alreadyThere);
      },
    });
    totals.seconds = (performance.now() - startedAt) / 1000;
    if (!options.isDryRun) writeProgress(path, progress);
    if (!options.isDryRun) console.log("Comparing both sides …");
    const comparisons = options.isDryRun ? null : await compareSides(source, target);
    return printReport(totals, comparisons, options.isDryRun);
  } finally {
    await target.close();
    await opened.close();
  }
}

const progressPath = ({ data, project, database }: MigrateOptions) =>
  join(dataFolder(data).dir, `migration-to-${project}-${database.replace(/[()]/g, "")}.json`);

function printNowAndThen(): (documents: number) => void {
  let last = Date.now();
  return (documents) => {
    if (Date.now() - last < 5000) return;
    last = Date.now();
    console.log(`  ${documents} documents …`);
  };
}

async function main(): Promise<number> {
  const options = migrateOptions(process.argv.slice(2));
  if (!options) {
    console.log(usage);
    return 0;
  }
  const isComplete = await migrate(options);
  console.log(isComplete ? "\nEverything is there." : "\nNot everything is there as it is here: see above.");
  return isComplete ? 0 : 1;
}

try {
  readEnvFile();
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
