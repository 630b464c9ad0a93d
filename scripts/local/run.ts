import { setTimeout as pause } from "node:timers/promises";
import { stopAllChildren } from "../stack/child";
import { portIfFree } from "../stack/ports";
import { resetDir } from "../stack/reset-dir";
import { startStack } from "../stack/stack";
import { removeState, runningState, type StackState, writeState } from "../stack/state";
import { untilAsked } from "../stack/until-asked";
import { type LocalOptions, localOptions } from "./options";
import { readyBlock } from "./ready-block";
import { seed } from "./seed";

const defaultPort = 3000;

/** `npm run local` and `npm run dev`: starts the stack, seeds it, prints where to click, and stays until asked to stop. */
export async function runLocal(mode: "production" | "development"): Promise<void> {
  const asked = untilAsked();
  let exitCode = 0;
  let dir: string | null = null;
  try {
    const options = localOptions(process.argv.slice(2), process.env);
    await refuseSecondStack(options.dir);
    dir = options.dir;
    if (options.isReset) resetDir(options.dir);
    removeState(options.dir);
    const ended = await Promise.race([asked.then(() => null), start(mode, options)]);
    const death = ended && (await Promise.race([asked.then(() => null), ended.died]));
    if (death) throw new Error(death);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    exitCode = 1;
  }
  if (dir) removeState(dir);
  await stopAllChildren();
  process.exit(exitCode);
}

async function start(mode: "production" | "development", options: LocalOptions) {
  const startedAt = performance.now();
  const port = await choosePort(options.port);
  const stack = await startStack({
    dir: options.dir,
    mode,
    port,
    onStep: (what) => console.log(`Starting: ${what} …`),
  });
  const state: StackState = stack.state(
    await seed({ seed: options.seed, stack, dir: options.dir, projectId: stack.store.projectId }),
  );
  writeState(options.dir, state);
  console.log(readyBlock(state, { dir: options.dir, seconds: (performance.now() - startedAt) / 1000 }));
  return { died: stack.died };
}

/** One whose terminal was just closed is given a moment to end. */
async function refuseSecondStack(dir: string): Promise<void> {
  const end = Date.now() + 3000;
  while (runningState(dir) && Date.now() < end) await pause(100);
  const running = runningState(dir);
  if (running) throw new Error(`Parley already runs in ${dir}: ${running.appUrl} (process ${running.pid}).`);
}

async function choosePort(given: number | null): Promise<number | undefined> {
  if (given === null) return (await portIfFree(defaultPort)) ?? undefined;
  if ((await portIfFree(given)) === null)
    throw new Error(`Port ${given} is taken. Choose another with PORT.`);
  return given;
}
