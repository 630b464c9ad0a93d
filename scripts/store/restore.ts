import { parseArgs } from "node:util";
import { restoreBackup } from "./backup/restore-backup";
import { dataFolder, readEnvFile } from "./data-folder";

const usage = "npm run restore -- <file.tar.gz> [--data <folder>] [--force]";

/** `npm run restore`: a backup into a data folder on which no store runs. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: "string" }, force: { type: "boolean", default: false } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Error(`Usage: ${usage}`);
  const folder = dataFolder(values.data);
  const { at, counts } = await restoreBackup(file, folder, { isForced: values.force });
  console.log(
    `Restored ${folder.dir} to ${at}: ${counts.documents} documents in ${counts.collections} collections, ${counts.mediaFiles} media files.`,
  );
}

try {
  readEnvFile();
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
