import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../stack/root";

/** What the app's own node_modules hold in the standalone folder (next.config.ts), for commands that share its code. */
const external = ["firebase-admin", "firebase-admin/*", "@google-cloud/firestore", "@grpc/grpc-js", "pino"];

/** The commands of the production folder: one file each, which needs neither tsx nor a development dependency. */
const commands = [
  { name: "start", source: "scripts/start/main.ts", external: [] },
  { name: "store", source: "embedded-firestore/main.ts", external: [] },
  { name: "create-admin", source: "scripts/create-admin.ts", external },
  { name: "doctor", source: "scripts/doctor.ts", external },
  { name: "backup", source: "scripts/store/backup.ts", external: [] },
  { name: "restore", source: "scripts/store/restore.ts", external: [] },
  { name: "store-stats", source: "scripts/store/stats.ts", external: [] },
];

const copies = [
  "scripts/start/end-with-parent.mjs",
  "firestore.indexes.json",
  "node_modules/@google-cloud/firestore/build/protos/v1.json",
];

/** Bundles supervisor, engine and commands into Next's standalone folder, beside its server. */
export async function bundleInto(standalone: string): Promise<void> {
  await Promise.all(commands.map((command) => bundle(command, standalone)));
  for (const path of copies) {
    copyFileSync(join(projectRoot, path), join(standalone, path.slice(path.lastIndexOf("/") + 1)));
  }
}

function bundle({ name, source, external }: (typeof commands)[number], standalone: string) {
  return build({
    absWorkingDir: projectRoot,
    entryPoints: [join(projectRoot, source)],
    outfile: join(standalone, `${name}.mjs`),
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    external,
    legalComments: "none",
    logLevel: "warning",
    // CommonJS packages ask for node's modules by require().
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
  });
}
