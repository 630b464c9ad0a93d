import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { initializeApp } from "firebase-admin/app";
import { initializeFirestore } from "firebase-admin/firestore";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { envNames, forgetEnv } from "@/lib/env";
import { type Child, startChild, stopAllChildren } from "../../../scripts/stack/child";
import { metaEnv } from "../../../scripts/stack/identity";
import { freePort } from "../../../scripts/stack/ports";
import { projectRoot } from "../../../scripts/stack/root";
import { keptSecrets, type Secrets } from "../../../scripts/stack/secrets";
import { startSimulator } from "../../../scripts/stack/simulator";
import { answers, waitUntil } from "../../../scripts/stack/wait";
import { type RunningServer, runningServer } from "../../../scripts/start/claim-folder";

export type SingleServer = {
  appUrl: string;
  secrets: Secrets;
  /** kill -9 of a part or of the supervisor, and nothing said before. */
  kill(what: "store" | "app" | "supervisor"): Promise<void>;
  /** What a part's process id was when it last began to serve. */
  pidOf(part: "store" | "app"): number;
  start(): Promise<void>;
  /** SIGTERM. Resolves with how `npm start` ended. */
  stop(): Promise<string>;
  /** A second `npm start` on the same folder, to its end. */
  startSecond(): { code: number | null; said: string };
};

/** `npm start` with PARLEY_DATA on a folder of this suite alone, running before each test; `db()` here is its store. */
export function useSingleServer(name: string): () => SingleServer {
  let server: SingleServer & { isRunning(): boolean };
  beforeAll(async () => {
    server = await prepare(name);
  });
  beforeEach(async () => {
    if (!server.isRunning()) await server.start();
  });
  afterAll(() => stopAllChildren());
  return () => server;
}

async function prepare(name: string): Promise<SingleServer & { isRunning(): boolean }> {
  const dir = join(process.env.PARLEY_TEST_DIR ?? join(tmpdir(), "parley-faults"), name);
  rmSync(dir, { recursive: true, force: true });
  const folder = join(dir, "data");
  const logPath = join(dir, "logs", "server.log");
  const secrets = keptSecrets(dir);
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const simulator = await startSimulator({ appUrl, dir, secrets });
  const env = serverEnv({ folder, port, secrets, simulatorUrl: simulator.url });
  let child: Child | null = null;

  return {
    appUrl,
    secrets,
    isRunning: () => child !== null && !child.hasExited(),
    pidOf: (part) => lastPid(logPath, part),
    start: async () => {
      child = startChild({
        name: "server",
        command: "npm",
        args: ["start", "--silent"],
        cwd: projectRoot,
        env,
        logPath,
      });
      await waitUntil("The single server", () => answers(`${appUrl}/api/health`), {
        timeoutMs: 60_000,
        child,
      });
      reach(await running(folder));
    },
    kill: async (what) => {
      if (what !== "supervisor") return void process.kill(lastPid(logPath, what), "SIGKILL");
      process.kill((await running(folder)).pid, "SIGKILL");
      await child?.exited;
    },
    stop: async () => {
      process.kill((await running(folder)).pid, "SIGTERM");
      return (await child?.exited) ?? "";
    },
    startSecond: () => {
      const second = spawnSync("npm", ["start", "--silent"], {
        cwd: projectRoot,
        env: { ...process.env, ...env } as NodeJS.ProcessEnv,
        encoding: "utf8",
        timeout: 30_000,
      });
      return { code: second.status, said: second.stderr };
    },
  };
}

/** Only what this suite decides: the developer's own shell and .env.local never reach it. */
function serverEnv(of: {
  folder: string;
  port: number;
  secrets: Secrets;
  simulatorUrl: string;
}): Record<string, string> {
  return {
    ...Object.fromEntries(envNames.map((name) => [name, ""])),
    ...metaEnv(of.secrets),
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    HOSTNAME: "127.0.0.1",
    PORT: String(of.port),
    APP_URL: `http://127.0.0.1:${of.port}`,
    META_GRAPH_BASE_URL: of.simulatorUrl,
    INSTAGRAM_GRAPH_BASE_URL: of.simulatorUrl,
    CREDENTIALS_KEY: of.secrets.credentialsKey,
    API_KEY: of.secrets.apiKey,
    PARLEY_DATA: of.folder,
  };
}

async function running(folder: string): Promise<RunningServer> {
  const found = await runningServer(folder);
  if (!found) throw new Error(`No server runs on ${folder}`);
  return found;
}

/** Points this process's own store client at the server's store, which has another port after each start. */
function reach({ firestoreHost, projectId }: RunningServer): void {
  Object.assign(process.env, { FIRESTORE_EMULATOR_HOST: firestoreHost, FIREBASE_PROJECT_ID: projectId });
  forgetEnv();
  void globalThis.parleyFirestore?.terminate();
  const app = initializeApp({ projectId }, firestoreHost);
  globalThis.parleyFirestore = initializeFirestore(app, {}, "(default)");
  globalThis.parleyFirestore.settings({ ignoreUndefinedProperties: true });
}

function lastPid(logPath: string, part: string): number {
  const log = existsSync(logPath) ? readFileSync(logPath, "utf8") : "";
  const found = [...log.matchAll(new RegExp(`The ${part} serves(?: again)? \\(process (\\d+)\\)`, "g"))].at(
    -1,
  );
  if (!found?.[1]) throw new Error(`The log does not name a ${part}: ${logPath}`);
  return Number(found[1]);
}
