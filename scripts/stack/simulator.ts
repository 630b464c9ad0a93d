import { join } from "node:path";
import { type Child, startChild } from "./child";
import { localChannels, metaEnv } from "./identity";
import { projectRoot } from "./root";
import type { Secrets } from "./secrets";
import { waitUntil } from "./wait";

export type Simulator = { url: string; child: Child; stop(): Promise<void> };

/** Starts the stand-in for Meta; `appUrl` is where its webhooks go. Resolves when it listens. */
export async function startSimulator(options: {
  appUrl: string;
  dir: string;
  secrets: Secrets;
  port?: number;
  hasMemory?: boolean;
  /** An app at Meta that was just made: no webhook, nothing subscribed. */
  isNewApp?: boolean;
}): Promise<Simulator> {
  let url: string | null = null;
  const child = startChild({
    name: "simulator",
    command: process.execPath,
    args: ["--import", "tsx", join(projectRoot, "simulator", "main.ts")],
    cwd: projectRoot,
    env: {
      ...metaEnv(options.secrets),
      META_APP_SECRET: options.secrets.appSecret.split(",")[0]?.trim(),
      WHATSAPP_DISPLAY_PHONE: localChannels.whatsapp.displayPhone,
      APP_URL: options.appUrl,
      // Nobody on the first start: the seed brings its own people.
      SIMULATOR_SAMPLES: "0",
      SIMULATOR_NEW_APP: options.isNewApp ? "1" : undefined,
      SIMULATOR_PORT: String(options.port ?? 0),
      SIMULATOR_DIR: options.hasMemory ? join(options.dir, "simulator") : undefined,
    },
    logPath: join(options.dir, "logs", "simulator.log"),
    onLine: (line) => {
      url ??= urlIn(line);
    },
  });
  try {
    await waitUntil("The stand-in for Meta", async () => url !== null, {
      timeoutMs: 30_000,
      everyMs: 20,
      child,
    });
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { url: url ?? "", child, stop: child.stop };
}

function urlIn(line: string): string | null {
  try {
    return (JSON.parse(line) as { simulatorUrl?: string }).simulatorUrl ?? null;
  } catch {
    return null;
  }
}
