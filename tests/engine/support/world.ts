import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CollectionReference, Firestore, type Settings } from "firebase-admin/firestore";
import { afterAll, beforeAll } from "vitest";
import { type Engine, startEmbedded, startOfficial } from "@/scripts/fuzz/engines";

export type World = {
  /** A client of this file's project. */
  readonly db: Firestore;
  readonly host: string;
  /** A collection that no other test knows. */
  collection(name?: string): CollectionReference;
  /** An id that no other test knows, for a collection group. */
  group(): string;
  /** Another client, of the same project unless told otherwise; ended with the file. */
  client(settings?: Settings): Firestore;
};

/** Whether the suites judge the official emulator, to know that what they expect is right. */
export const isOfficial = process.env.ENGINE_UNDER_TEST === "official";

// The client would prefer the variable to the host it is given.
const given = process.env.FIRESTORE_EMULATOR_HOST;
delete process.env.FIRESTORE_EMULATOR_HOST;

/** A server of this file's own on a temporary folder, and clients of it. Call once, at the top of a file. */
export function useEngine(): World {
  const projectId = `demo-${randomBytes(6).toString("hex")}`;
  const clients: Firestore[] = [];
  let engine: Pick<Engine, "host" | "stop"> | null = null;
  let dir = "";
  let count = 0;
  const host = () => engine?.host ?? fail();
  const client = (settings: Settings = {}) => {
    const made = new Firestore({ projectId, host: host(), ssl: false, ...settings });
    clients.push(made);
    return made;
  };
  let db: Firestore | null = null;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "engine-"));
    engine = await start(dir);
    db = client();
  });
  afterAll(async () => {
    await Promise.all(clients.map((one) => one.terminate().catch(() => {})));
    await engine?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  return {
    get db() {
      return db ?? fail();
    },
    get host() {
      return host();
    },
    collection: (name = "things") => (db ?? fail()).collection(`${name}-${++count}`),
    group: () => `group-${++count}`,
    client,
  };
}

async function start(dir: string): Promise<Pick<Engine, "host" | "stop">> {
  if (!isOfficial) return startEmbedded({ dir });
  return given ? { host: given, stop: async () => {} } : startOfficial(dir);
}

function fail(): never {
  throw new Error("The engine has not started: use it inside a test");
}
