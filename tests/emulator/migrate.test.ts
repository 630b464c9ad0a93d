import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { projectRoot } from "@/scripts/stack/root";
import { type Store, startStore } from "@/scripts/stack/store";
import { waitUntil } from "@/scripts/stack/wait";
import { connectSide } from "@/scripts/store/migrate/connect-side";
import type { Side } from "@/scripts/store/migrate/wire";
import { readAll, sourceDocuments, writeAll } from "./migration-data";

const PEOPLE = 2000;
const emulator = process.env.FIRESTORE_EMULATOR_HOST ?? "";

let dir: string;
let store: Store;
let source: Side;
let target: Side;
let project: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "parley-migrate-"));
  store = await startStore({ projectId: "parley", dir, synchronous: "normal" });
  source = connectSide({ projectId: "parley", databaseId: "(default)", host: store.host });
  await writeAll(source, sourceDocuments(source.database, PEOPLE));
});
afterAll(async () => {
  await source.close();
  await store.stop();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(() => {
  project = `demo-migrated-${randomBytes(5).toString("hex")}`;
  target = connectSide({ projectId: project, databaseId: "(default)", host: emulator });
});
afterEach(() => target.close());

it("copies every document as it is, killed half way and resumed", async () => {
  const progress = join(dir, `migration-to-${project}-default.json`);
  const first = start();
  await waitUntil("the first pages", async () => existsSync(progress), { timeoutMs: 30_000, everyMs: 2 });
  first.child.kill("SIGKILL");
  await first.ended;
  const before = await readAll(target);
  const all = await readAll(source);
  expect(before.size).toBeGreaterThan(0);
  expect(before.size).toBeLessThan(all.size);

  const second = await start("--resume").ended;
  expect(second.output).toContain("Everything is there.");
  expect(second.code).toBe(0);
  expect(copied(second.output)).toBeLessThan(all.size);
  expect(all.size).toBeGreaterThan(2 * PEOPLE);
  expect(await readAll(target)).toEqual(all);
});

it("finds nothing to do the second time", async () => {
  await start().ended;
  const { output, code } = await start().ended;
  expect(output).toMatch(/Created: 0, already there and equal: \d{4}, different: 0/);
  expect(code).toBe(0);
});

it("leaves a document that is different as it is, names it, and fails", async () => {
  const name = `${target.database}/documents/people/p7`;
  const fields = { mine: { valueType: "stringValue", stringValue: "kept" } };
  await writeAll(target, [{ name, fields }]);
  const { output, code } = await start().ended;
  expect(code).toBe(1);
  expect(output).toContain("different: 1");
  expect(output).toContain(name);
  expect((await target.get([name])).get(name)?.fields).toEqual(fields);
});

it("says so when the target has more than the source", async () => {
  await writeAll(target, [{ name: `${target.database}/documents/people/extra`, fields: {} }]);
  const { output, code } = await start().ended;
  expect(output).toMatch(new RegExp(`people +${PEOPLE} +${PEOPLE + 1} +NOT EQUAL`));
  expect(code).toBe(1);
});

it("writes nothing in a dry run and says what it would do", async () => {
  const { output, code } = await start("--dry-run").ended;
  expect(output).toMatch(/To create: \d{4}, already there and equal: 0, different: 0/);
  expect(code).toBe(0);
  expect((await readAll(target)).size).toBe(0);
});

it("reads the store that runs on a folder, and starts it where none runs", async () => {
  const other = mkdtempSync(join(tmpdir(), "parley-migrate-folder-"));
  const running = await startStore({ projectId: "small", dir: other, synchronous: "normal" });
  const side = connectSide({ projectId: "small", databaseId: "(default)", host: running.host });
  await writeAll(side, [{ name: `${side.database}/documents/only/one`, fields: {} }]);
  await side.close();
  await running.stop();
  const { output, code } = await run(["--data", other]).ended;
  expect(output).toContain("From projects/small/databases/(default)");
  expect(code).toBe(0);
  expect([...(await readAll(target)).keys()]).toEqual(["/documents/only/one"]);
  rmSync(other, { recursive: true, force: true });
});

it("says in one sentence what is missing", async () => {
  const { output, code } = await runRaw([]).ended;
  expect(output.trim()).toBe("--project is missing: the Google Cloud project to copy to.");
  expect(code).toBe(1);
});

const start = (...args: string[]) =>
  run(["--from", store.host, "--from-project", "parley", "--data", dir, ...args]);

const run = (args: string[]) => runRaw(["--project", project, "--emulator", emulator, ...args]);

function runRaw(args: string[]): {
  child: ChildProcess;
  ended: Promise<{ output: string; code: number | null }>;
} {
  const script = join(projectRoot, "scripts", "store", "migrate-to-firestore.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], { cwd: projectRoot });
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += data));
  child.stderr.on("data", (data: Buffer) => (output += data));
  const ended = new Promise<{ output: string; code: number | null }>((resolve) =>
    child.on("close", (code) => resolve({ output, code })),
  );
  return { child, ended };
}

const copied = (output: string) => Number(/Created: (\d+)/.exec(output)?.[1]);
