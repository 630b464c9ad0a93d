import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claimFolder, recordServer, releaseFolder, runningServer } from "../../../scripts/start/claim-folder";

let folder: string;
let store: Server;
let firestoreHost: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-claim-"));
  store = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve));
  firestoreHost = `127.0.0.1:${(store.address() as { port: number }).port}`;
});
afterEach(async () => {
  await closeStore();
  rmSync(folder, { recursive: true });
});

const closeStore = () => new Promise<void>((resolve) => store.close(() => resolve()));
const record = (pid: number) => recordServer(folder, { pid, firestoreHost, projectId: "parley" });

it("makes a folder that only its owner may read", async () => {
  const fresh = join(folder, "deep", "data");
  expect(await claimFolder(fresh)).toEqual({ wasLeftInHaste: false });
  expect(statSync(fresh).mode & 0o077).toBe(0);
});

it("refuses what cannot be a folder, in one sentence", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(claimFolder(file)).rejects.toThrow(`a folder that cannot be written: ${file} (`);
  await expect(claimFolder(join(file, "in"))).rejects.toThrow("cannot be written");
});

it("refuses a folder on which a server runs, in one sentence that names it", async () => {
  record(process.ppid);
  await expect(claimFolder(folder)).rejects.toThrow(
    `Parley already runs on ${folder} (process ${process.ppid}); stop that one first.`,
  );
  expect(await runningServer(folder)).toMatchObject({ pid: process.ppid, firestoreHost });
});

it("takes a folder over whose server left without saying so", async () => {
  record(2 ** 22 + 1);
  expect(await claimFolder(folder)).toEqual({ wasLeftInHaste: true });
  expect(await runningServer(folder)).toBeNull();
});

it("is not fooled by another process that got the id of a server after a power cut", async () => {
  record(process.ppid);
  await closeStore();
  expect(await claimFolder(folder)).toEqual({ wasLeftInHaste: true });
});

it("forgets a server that stopped in order", async () => {
  record(process.ppid);
  releaseFolder(folder);
  expect(await claimFolder(folder)).toEqual({ wasLeftInHaste: false });
});
