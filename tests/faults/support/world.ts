import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { forgetEnv } from "@/lib/env";
import { type App, startApp } from "../../../scripts/stack/app";
import { stopAllChildren } from "../../../scripts/stack/child";
import { freePort } from "../../../scripts/stack/ports";
import { keptSecrets, type Secrets } from "../../../scripts/stack/secrets";
import { type Simulator, startSimulator } from "../../../scripts/stack/simulator";
import { type Store, startStore } from "../../../scripts/stack/store";

export type World = {
  /** Where this world keeps everything. */
  dir: string;
  store: Store;
  simulator: Simulator;
  secrets: Secrets;
  appUrl: string;
  app: App;
  /** kill -9, and nothing said before. */
  killApp(): Promise<void>;
  startAppAgain(): Promise<void>;
  sim<T>(method: "GET" | "POST" | "PATCH", path: string, body?: unknown): Promise<T>;
};

/** A store, a stand-in for Meta and the built app as processes of this suite alone; `db()` here is that store. */
export function useFaultWorld(name: string): () => World {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
  });
  afterAll(() => stopAllChildren());
  return () => world;
}

async function startWorld(name: string): Promise<World> {
  const dir = join(process.env.PARLEY_TEST_DIR ?? join(tmpdir(), "parley-faults"), name);
  rmSync(dir, { recursive: true, force: true });
  const projectId = `demo-${name}-${randomBytes(4).toString("hex")}`;
  const secrets = keptSecrets(dir);
  const store = await startStore({ projectId, dir, synchronous: "normal" });
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const simulator = await startSimulator({ appUrl, dir, secrets });
  const start = () =>
    startApp({
      mode: "production",
      port,
      dir,
      projectId,
      firestoreHost: store.host,
      simulatorUrl: simulator.url,
      secrets,
      env: { API_RATE_LIMIT_PER_MINUTE: "100000", LOG_LEVEL: "warn" },
    });
  Object.assign(process.env, { FIRESTORE_EMULATOR_HOST: store.host, FIREBASE_PROJECT_ID: projectId });
  forgetEnv();
  const world: World = {
    dir,
    store,
    simulator,
    secrets,
    appUrl,
    app: await start(),
    killApp: async () => {
      world.app.child.signal("SIGKILL");
      await world.app.child.exited;
    },
    startAppAgain: async () => {
      world.app = await start();
    },
    sim: (method, path, body) => callSimulator(simulator.url, method, path, body),
  };
  return world;
}

async function callSimulator<T>(base: string, method: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
