import { buildWhenChanged } from "../stack/build-app";
import type { Counts, PartContext } from "./parts";
import { runVitest } from "./run-vitest";

/** The suites that kill and freeze processes; each starts its own store, stand-in and app. */
export async function runFaults(context: PartContext): Promise<Counts> {
  await buildWhenChanged(context.dir);
  return runVitest("faults", context, {});
}
