import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Counts, PartContext } from "./parts";
import { runLoud } from "./run-loud";

type Test = { fullName: string; status: string; failureMessages: string[] | null };
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { assertionResults: Test[] }[];
};

/** Runs one project of vitest.config.ts and counts its tests; a run that broke counts as one failure. */
export async function runVitest(
  project: string,
  { dir, projectRoot }: PartContext,
  env: Record<string, string>,
): Promise<Counts> {
  mkdirSync(dir, { recursive: true });
  const reportPath = join(dir, `${project}.json`);
  const bin = join(projectRoot, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`];
  const how = await runLoud(process.execPath, [bin, "run", "--project", project, ...reporters], env);
  if (!existsSync(reportPath)) return { passed: 0, failed: 1 };
  const report: Report = JSON.parse(readFileSync(reportPath, "utf8"));
  for (const name of secondTries(report)) console.log(`Passed only at the second try: ${name}`);
  const isBroken = how !== "exit code 0" && report.numFailedTests === 0;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + (isBroken ? 1 : 0),
    skipped: report.numPendingTests,
  };
}

/** Tests that failed once and then passed. */
function secondTries({ testResults }: Report): string[] {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === "passed" && (failureMessages ?? []).length > 0)
    .map(({ fullName }) => fullName);
}
