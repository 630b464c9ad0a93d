import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { appEnv } from "../stack/app";
import { startChild } from "../stack/child";
import { projectRoot } from "../stack/root";
import type { Stack } from "../stack/stack";
import type { Account } from "../stack/state";
import type { Seed } from "./options";

/**
 * Makes the accounts, and the conversations when the store has none, in a process of its own; once for a folder and a
 * seed, which `<dir>/seeded.json` notes. Throws when it fails.
 */
export async function seed(options: {
  seed: Seed;
  stack: Stack;
  dir: string;
  projectId: string;
}): Promise<Account[]> {
  const { stack, dir, projectId } = options;
  const { adminPassword, agentPassword } = stack.secrets;
  const accounts: Account[] = [
    { email: "admin@parley.local", password: adminPassword, role: "admin" },
    { email: "ines@parley.local", password: agentPassword, role: "agent" },
    { email: "tomas@parley.local", password: agentPassword, role: "agent" },
  ];
  if (wasSeeded(dir, options.seed)) return accounts;
  const env = appEnv(
    {
      mode: "production",
      port: Number(new URL(stack.app.url).port),
      dir,
      projectId,
      firestoreHost: stack.store.host,
      simulatorUrl: stack.simulator.url,
      secrets: stack.secrets,
    },
    stack.app.url,
  );
  const child = startChild({
    name: "seed",
    command: process.execPath,
    args: ["--import", "tsx", join(projectRoot, "scripts", "seed", "main.ts")],
    cwd: projectRoot,
    env: {
      ...env,
      LOG_LEVEL: "warn",
      SEED: JSON.stringify(options.seed),
      SEED_ACCOUNTS: JSON.stringify(accounts),
      SIMULATOR_URL: stack.simulator.url,
    },
    logPath: join(dir, "logs", "seed.log"),
  });
  const how = await child.exited;
  if (how !== "exit code 0") throw new Error(`Seeding failed (${how}); see ${child.logPath}`);
  writeFileSync(notePath(dir), noteOf(options.seed));
  return accounts;
}

const notePath = (dir: string) => join(dir, "seeded.json");
const noteOf = (seed: Seed) => `${JSON.stringify(seed)}\n`;

function wasSeeded(dir: string, seed: Seed): boolean {
  return existsSync(notePath(dir)) && readFileSync(notePath(dir), "utf8") === noteOf(seed);
}
