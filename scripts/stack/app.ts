import { join } from "node:path";
import { envNames } from "@/lib/env";
import { type Child, startChild } from "./child";
import { metaEnv } from "./identity";
import { projectRoot } from "./root";
import type { Secrets } from "./secrets";
import { answers, waitUntil } from "./wait";

export type App = { url: string; child: Child; stop(): Promise<void> };

export type AppOptions = {
  mode: "production" | "development";
  port: number;
  dir: string;
  projectId: string;
  firestoreHost: string;
  simulatorUrl: string;
  secrets: Secrets;
  /** On top of what the stack sets; for tests. */
  env?: Record<string, string>;
  name?: string;
};

/** Starts the app on loopback and resolves when it says it is healthy. It must have been built for production mode. */
export async function startApp(options: AppOptions): Promise<App> {
  const url = `http://127.0.0.1:${options.port}`;
  const name = options.name ?? "app";
  const child = startChild({
    name,
    command: process.execPath,
    args: options.mode === "production" ? productionArgs() : developmentArgs(options.port),
    cwd: projectRoot,
    env: appEnv(options, url),
    logPath: join(options.dir, "logs", `${name}.log`),
  });
  try {
    await waitUntil("The app", () => answers(`${url}/api/health`), { timeoutMs: 120_000, child });
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { url, child, stop: child.stop };
}

/** The heap limit of `npm start`. */
const productionArgs = () => [
  "--max-old-space-size=320",
  join(projectRoot, ".next", "standalone", "server.js"),
];

function developmentArgs(port: number): string[] {
  const next = join(projectRoot, "node_modules", "next", "dist", "bin", "next");
  return [next, "dev", "--port", String(port), "--hostname", "127.0.0.1"];
}

/** Only what the stack decides: the developer's own shell and .env.local never reach a local stack. */
export function appEnv(options: AppOptions, url: string): Record<string, string> {
  const unset = Object.fromEntries(envNames.map((name) => [name, ""]));
  return {
    ...unset,
    NODE_ENV: options.mode,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "info",
    NEXT_TELEMETRY_DISABLED: "1",
    HOSTNAME: "127.0.0.1",
    PORT: String(options.port),
    APP_URL: url,
    ...metaEnv(options.secrets),
    META_GRAPH_BASE_URL: options.simulatorUrl,
    INSTAGRAM_GRAPH_BASE_URL: options.simulatorUrl,
    FIREBASE_PROJECT_ID: options.projectId,
    FIRESTORE_EMULATOR_HOST: options.firestoreHost,
    METADATA_SERVER_DETECTION: "none",
    API_KEY: options.secrets.apiKey,
    JOBS_SECRET: options.secrets.jobsSecret,
    CREDENTIALS_KEY: options.secrets.credentialsKey,
    MEDIA_DIR: join(options.dir, "media"),
    PARLEY_WEBHOOKS_TO_LOOPBACK: "1",
    ...options.env,
  };
}
