import { parseArgs } from "node:util";
import { makeBackup } from "./backup/make-backup";
import { existingDataFolder, readEnvFile } from "./data-folder";

const usage = "npm run backup -- <file.tar.gz> [--data <folder>] [--force]";

/** `npm run backup`: all of a data folder in one file, taken while the store runs. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: "string" }, force: { type: "boolean", default: false } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Error(`Usage: ${usage}`);
  const folder = existingDataFolder(values.data);
  const { counts } = await makeBackup(folder, file, { isForced: values.force });
  console.log(
    `Backed up ${folder.dir} to ${file}: ${counts.documents} documents in ${counts.collections} collections, ${counts.mediaFiles} media files.`,
  );
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
try {
  readEnvFile();
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
