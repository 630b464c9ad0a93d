import { verify } from "./verify/run";

const checks = verify();
for (const { name, isGood, seconds } of checks) {
  console.log(`${isGood ? "good" : "BAD "}  ${name} (${seconds.toFixed(1)} s)`);
}
process.exit(checks.every((check) => check.isGood) ? 0 : 1);
