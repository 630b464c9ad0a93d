import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openClient, type WireClient } from "@/scripts/fuzz/client";
import { type Engine, startEmbedded } from "@/scripts/fuzz/engines";
import { upTo } from "./support/read";
import { isOfficial } from "./support/world";

const database = "projects/demo-stop/databases/(default)";
const nameOf = (id: string) => `${database}/documents/things/${id}`;
const engines: Engine[] = [];
const clients: WireClient[] = [];
let dir = "";

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "stop-"));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
  rmSync(dir, { recursive: true, force: true });
});

async function start(folder = "data"): Promise<{ engine: Engine; client: WireClient }> {
  const engine = await startEmbedded({ dir: join(dir, folder) });
  const client = openClient(engine.host);
  engines.push(engine);
  clients.push(client);
  return { engine, client };
}

const write = (client: WireClient, id: string) => {
  const update = { name: nameOf(id), fields: { text: { stringValue: "x".repeat(500) } } };
  return client.call("Commit", { database, writes: [{ update }] });
};

async function storedIds(client: WireClient): Promise<string[]> {
  const structuredQuery = { from: [{ collectionId: "things" }] };
  const answer = await client.readAll("RunQuery", { parent: `${database}/documents`, structuredQuery });
  if (!("ok" in answer)) throw new Error(answer.message);
  return answer.ok
    .map((one) => (one.document as { name: string } | undefined)?.name.split("/").at(-1) ?? "")
    .filter(Boolean);
}

describe.skipIf(isOfficial)("a store that is told to stop", () => {
  it("answers what it has done, does nothing that it does not answer, and ends well", async () => {
    const { engine, client } = await start();
    await write(client, "first");
    const answers = upTo(300).map(async (n) => ({ id: `d${n}`, answer: await write(client, `d${n}`) }));
    await Promise.race(answers);
    engine.child.signal("SIGTERM");
    expect(await engine.child.exited).toBe("exit code 0");
    const done = (await Promise.all(answers)).filter(({ answer }) => "ok" in answer).map(({ id }) => id);
    const again = await start();
    expect(await storedIds(again.client)).toEqual(["first", ...done].sort());
  });

  it("starts again with all it had, in another place too", async () => {
    const first = await start();
    for (const n of upTo(20)) await write(first.client, `d${n}`);
    await first.engine.stop();
    cpSync(join(dir, "data"), join(dir, "copy"), { recursive: true });
    const second = await start("copy");
    expect(await storedIds(second.client)).toHaveLength(20);
  });
});

describe.skipIf(isOfficial)("a folder", () => {
  it("belongs to one process at a time", async () => {
    const { engine, client } = await start();
    await write(client, "kept");
    await expect(startEmbedded({ dir: join(dir, "data") })).rejects.toThrow("exit code 1");
    const log = readFileSync(engine.child.logPath, "utf8");
    expect(log).toMatch(/in use|another process/i);
    expect(await storedIds(client)).toEqual(["kept"]);
  });

  it("is free at once after kill -9", async () => {
    const { engine, client } = await start();
    await write(client, "kept");
    engine.child.signal("SIGKILL");
    await engine.child.exited;
    const again = await start();
    expect(await storedIds(again.client)).toEqual(["kept"]);
  });

  it("is refused on an address that others can reach", async () => {
    await expect(startEmbedded({ dir: join(dir, "data"), args: ["--host", "0.0.0.0"] })).rejects.toThrow(
      "exit code 1",
    );
  });
});

describe.skipIf(isOfficial)("a write-ahead log that broke off", () => {
  const lastWrites = upTo(40).map((n) => `d${String(n).padStart(2, "0")}`);

  async function killedFolder(): Promise<string> {
    const { engine, client } = await start();
    for (const id of lastWrites) await write(client, id);
    engine.child.signal("SIGKILL");
    await engine.child.exited;
    const log = join(dir, "data", "firestore.db-wal");
    expect(existsSync(log)).toBe(true);
    return log;
  }

  it("loses nothing to what was half written after it", async () => {
    const log = await killedFolder();
    appendFileSync(log, Buffer.alloc(3000, 7));
    const { client } = await start();
    expect(await storedIds(client)).toEqual(lastWrites);
    expect(await write(client, "next")).toHaveProperty("ok");
  });

  it.each([100, 5000, 20_000])("keeps whole commits up to where it broke off (%i bytes)", async (bytes) => {
    const log = await killedFolder();
    truncateSync(log, Math.max(0, statSync(log).size - bytes));
    const { client } = await start();
    const left = await storedIds(client);
    expect(left).toEqual(lastWrites.slice(0, left.length));
    expect(left.length).toBeLessThan(lastWrites.length);
    expect(await write(client, "next")).toHaveProperty("ok");
    expect(await storedIds(client)).toEqual([...left, "next"]);
  });
});
