import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const mainClass = "com.google.cloud.datastore.emulator.firestore.CloudFirestore";

const help = `The official Firestore emulator was not found. Do one of these, then run the command again:
  - gcloud components install cloud-firestore-emulator   (or: apt-get install google-cloud-cli-firestore-emulator)
  - npx firebase-tools setup:emulators:firestore
  - set FIRESTORE_EMULATOR_BINARY_PATH to its jar or start script`;

const javaHelp =
  "The Firestore emulator needs Java 11 or newer: install it (apt-get install default-jre-headless).";

/** How to start the official Firestore emulator here, without its options. Throws a message that says what to install. */
export function findEmulator(): { command: string; args: string[] } {
  const path = process.env.FIRESTORE_EMULATOR_BINARY_PATH || inGcloud() || inFirebaseCache();
  if (!path) throw new Error(help);
  if (!existsSync(path)) throw new Error(`FIRESTORE_EMULATOR_BINARY_PATH names no file: ${path}`);
  if (spawnSync("java", ["-version"], { stdio: "ignore" }).status !== 0) throw new Error(javaHelp);
  if (!path.endsWith(".jar")) return { command: path, args: ["start"] };
  return { command: "java", args: ["-Duser.language=en", "-cp", path, mainClass] };
}

function inGcloud(): string | null {
  const gcloud = onPath("gcloud");
  if (!gcloud) return null;
  const beside = scriptUnder(join(dirname(realpathSync(gcloud)), ".."));
  if (beside) return beside;
  try {
    const args = ["info", "--format=value(installation.sdk_root)"];
    return scriptUnder(
      execFileSync(gcloud, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim(),
    );
  } catch {
    return null;
  }
}

function scriptUnder(sdkRoot: string): string | null {
  const path = join(sdkRoot, "platform", "cloud-firestore-emulator", "cloud_firestore_emulator");
  return existsSync(path) ? path : null;
}

function inFirebaseCache(): string | null {
  const folder = join(homedir(), ".cache", "firebase", "emulators");
  if (!existsSync(folder)) return null;
  const jars = readdirSync(folder).filter((name) => /^cloud-firestore-emulator-.*\.jar$/.test(name));
  const newest = jars.sort((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1);
  return newest ? join(folder, newest) : null;
}

function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
