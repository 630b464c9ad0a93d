import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Child } from "../stack/child";
import { localChannels } from "../stack/identity";
import { type Stack, startStack } from "../stack/stack";

export type BenchStack = {
  appUrl: string;
  appPid: number;
  store: Child;
  projectId: string;
  appSecret: string;
  whatsapp: { phoneNumberId: string; wabaId: string };
  /** Cookie headers of ten signed-in agents. */
  agentCookies: string[];
  /** Webhook events that are stored and not yet processed. */
  backlog(): Promise<number>;
  stop(): Promise<void>;
};

const AGENTS = 10;

/**
 * The production build with its store and stand-in for Meta, in a folder of its own. With `hasAgents`, ten agents are
 * signed in through this process's own store client, so only one stack of a run may have them.
 */
export async function startBenchStack({ hasAgents }: { hasAgents: boolean }): Promise<BenchStack> {
  const dir = mkdtempSync(join(tmpdir(), "parley-bench-"));
  const stack = await startStack({
    dir,
    mode: "production",
    projectId: "demo-parley-bench",
    appEnv: { LOG_LEVEL: "error", API_RATE_LIMIT_PER_MINUTE: "1000000" },
    onStep: (what) => console.log(`Starting: ${what} …`),
  });
  const backlog = () => readBacklog(stack);
  process.env.FIRESTORE_EMULATOR_HOST = stack.store.host;
  process.env.FIREBASE_PROJECT_ID = stack.store.projectId;
  process.env.METADATA_SERVER_DETECTION = "none";
  process.env.MEDIA_DIR = join(dir, "media");
  return {
    appUrl: stack.app.url,
    appPid: stack.app.child.pid,
    store: stack.store.child,
    projectId: stack.store.projectId,
    appSecret: stack.secrets.appSecret,
    whatsapp: localChannels.whatsapp,
    agentCookies: hasAgents ? await signInAgents() : [],
    backlog,
    stop: async () => {
      await stack.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function readBacklog(stack: Stack): Promise<number> {
  const answer = await fetch(`${stack.app.url}/api/v1/status`, {
    headers: { authorization: `Bearer ${stack.secrets.apiKey}` },
  });
  const status = (await answer.json()) as { queues: { webhookEvents: number } };
  return status.queues.webhookEvents;
}

async function signInAgents(): Promise<string[]> {
  const { signInFixture } = await import("./sign-in");
  const cookies: string[] = [];
  for (let index = 0; index < AGENTS; index++) cookies.push(await signInFixture(index));
  return cookies;
}
