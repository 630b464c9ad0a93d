import { verify } from "../verify/run";
import { runEmulator } from "./emulator";
import { runEndToEnd } from "./end-to-end";
import { runFaults } from "./faults";
import { runIndexes } from "./indexes";
import { runIntegration } from "./integration";
import { runVitest } from "./run-vitest";

export type Counts = { passed: number; failed: number; skipped?: number };
export type PartResult = Counts & { name: string; seconds: number };
export type PartContext = { dir: string; projectRoot: string };

/** What `npm test` runs, in order: what fails fastest comes first. */
export const parts: { name: string; run: (context: PartContext) => Promise<Counts> }[] = [
  { name: "verify", run: runVerify },
  { name: "unit", run: (context) => runVitest("unit", context, {}) },
  { name: "engine", run: (context) => runVitest("engine", context, {}) },
  { name: "integration", run: runIntegration },
  { name: "emulator", run: runEmulator },
  { name: "e2e", run: runEndToEnd },
  { name: "indexes", run: runIndexes },
  { name: "faults", run: runFaults },
];

export const partNames = parts.map((part) => part.name);

async function runVerify(): Promise<Counts> {
  const checks = verify();
  for (const { name, isGood } of checks) console.log(`${isGood ? "good" : "BAD "}  ${name}`);
  const passed = checks.filter((check) => check.isGood).length;
  return { passed, failed: checks.length - passed };
}
