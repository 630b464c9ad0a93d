import { mkdirSync } from "node:fs";
import { type App, startApp } from "./app";
import { buildWhenChanged } from "./build-app";
import type { Child } from "./child";
import { localChannels, metaNames } from "./identity";
import { freePort } from "./ports";
import { keptSecrets, type Secrets } from "./secrets";
import { type Simulator, startSimulator } from "./simulator";
import type { Account, StackState } from "./state";
import { type Store, startStore } from "./store";

export type StackOptions = {
  dir: string;
  mode: "production" | "development";
  port?: number;
  projectId?: string;
  /** A store that somebody else started and will stop. */
  store?: Store;
  appEnv?: Record<string, string>;
  /** As after an installation: no channel in the app's environment, and an app at Meta that was just made. */
  isBare?: boolean;
  onStep?: (what: string) => void;
};

export type Stack = {
  store: Store;
  simulator: Simulator;
  app: App;
  secrets: Secrets;
  state: (accounts: Account[]) => StackState;
  /** Resolves with a sentence when a part ends that nobody stopped. */
  died: Promise<string>;
  stop(): Promise<void>;
};

/** Starts store, stand-in for Meta and app, in the order they need each other. Whatever started is stopped when one fails. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dir, mode, onStep = () => {} } = options;
  mkdirSync(dir, { recursive: true });
  const secrets = keptSecrets(dir);
  const port = options.port ?? (await freePort());
  const appUrl = `http://127.0.0.1:${port}`;
  const projectId = options.store?.projectId ?? options.projectId ?? "demo-parley";
  const started: { stop(): Promise<void> }[] = [];
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    for (const part of started.reverse().splice(0)) await part.stop();
  };
  try {
    const begin = async <T extends { stop(): Promise<void> }>(part: Promise<T>): Promise<T> => {
      started.push(await part);
      return part;
    };
    onStep(
      mode === "production"
        ? "store, stand-in for Meta, build when sources changed"
        : "store, stand-in for Meta",
    );
    const [store, simulator] = await allOrNothing([
      options.store ?? begin(startStore({ projectId, dir })),
      begin(startSimulator({ appUrl, dir, secrets, hasMemory: true, isNewApp: options.isBare })),
      mode === "production" ? buildWhenChanged(dir) : null,
    ]);
    onStep("app");
    const app = await begin(
      startApp({
        mode,
        port,
        dir,
        projectId,
        firestoreHost: store.host,
        simulatorUrl: simulator.url,
        secrets,
        env: { ...(options.isBare ? noChannels() : {}), ...options.appEnv },
      }),
    );
    return {
      store,
      simulator,
      app,
      secrets,
      state: (accounts) => stateOf({ store, simulator, app, secrets, projectId, accounts }),
      died: firstDeath([store.child, simulator.child, app.child], () => isStopping),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Takes Meta's names out of what `appEnv` sets. */
function noChannels(): Record<string, string> {
  return Object.fromEntries(metaNames.map((name) => [name, ""]));
}

/** Like Promise.all, but settles only when all have: what started late is known and can be stopped. */
async function allOrNothing<T extends unknown[]>(parts: [...T]): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(parts);
  return Promise.all(parts);
}

function firstDeath(children: Child[], isStopping: () => boolean): Promise<string> {
  return new Promise((resolve) => {
    for (const child of children) {
      void child.exited.then((how) => {
        if (!isStopping()) resolve(`The ${child.name} ended (${how}); its log is ${child.logPath}`);
      });
    }
  });
}

function stateOf(of: {
  store: Store;
  simulator: Simulator;
  app: App;
  secrets: Secrets;
  projectId: string;
  accounts: Account[];
}): StackState {
  const { phoneNumberId, wabaId } = localChannels.whatsapp;
  return {
    appUrl: of.app.url,
    simulatorUrl: of.simulator.url,
    projectId: of.projectId,
    firestoreHost: of.store.host,
    apiKey: of.secrets.apiKey,
    appSecret: of.secrets.appSecret.split(",")[0]?.trim() ?? "",
    verifyToken: of.secrets.whatsappVerifyToken,
    whatsapp: { phoneNumberId, wabaId },
    instagram: { ...localChannels.instagram },
    accounts: of.accounts,
    pid: process.pid,
  };
}
