import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const source = (path: string) =>
  JSON.stringify(fileURLToPath(new URL(`../../../../embedded-firestore/${path}`, import.meta.url)));

/** What every script may use: `store` in the folder, `put(path, n)`, and `say(line)` to tell the test. */
const prologue = (dir: string) => `
import { openStorage } from ${source("storage/open-storage.ts")};
import { parseName } from ${source("values/document-name.ts")};
const database = "projects/demo-storage/databases/(default)";
const named = (path) => parseName(database + "/documents/" + path);
const say = (line) => process.stdout.write(line + "\\n");
const store = openStorage({ dir: ${JSON.stringify(dir)}, synchronous: "full" });
const put = (path, n) => store.commit(database, (writer) => {
  writer.put(named(path), new Map([["n", { kind: "integer", value: BigInt(n) }]]));
});
`;

/** Runs a script beside a store in another process, killed when the test ends at the latest. */
export function startScript(dir: string, script: string) {
  const child = spawn(process.execPath, [
    "--no-warnings",
    "--input-type=module",
    "-e",
    prologue(dir) + script,
  ]);
  onTestFinished(() => kill(child));
  let output = "";
  let errors = "";
  let heard = () => {};
  child.stdout.on("data", (data: Buffer) => {
    output += data;
    heard();
  });
  child.once("exit", () => heard());
  child.stderr.on("data", (data: Buffer) => {
    errors += data;
  });
  return {
    lines: () => output.split("\n").slice(0, -1),
    errors: () => errors,
    /** Until at least so many lines were said; fails when the process ends before. */
    async saidAtLeast(count: number): Promise<void> {
      while (output.split("\n").length <= count) {
        if (child.exitCode !== null) throw new Error(`The script ended early: ${errors}`);
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
    },
    kill: () => kill(child),
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "close");
}
