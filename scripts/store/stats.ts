import { parseArgs } from "node:util";
import { readStats } from "@/embedded-firestore/storage/read-stats";
import { existingDataFolder, readEnvFile } from "./data-folder";
import { statsReport } from "./stats-report";

/** `npm run store:stats`: what the store of a data folder holds and how it is asked. Reads beside a running store. */
try {
  readEnvFile();
  const { values } = parseArgs({
    options: { data: { type: "string" }, json: { type: "boolean", default: false } },
  });
  const stats = readStats(existingDataFolder(values.data).store);
  console.log(values.json ? JSON.stringify(stats, null, 2) : statsReport(stats));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
