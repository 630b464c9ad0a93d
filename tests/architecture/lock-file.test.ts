import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Locked = { version?: string; optionalDependencies?: Record<string, string> };
const packages: Record<string, Locked> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;

/** Where node would find a package from inside another, as paths of the lock file. */
function isLocked(from: string, name: string): boolean {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (!base) return false;
  }
}

// npm leaves out what the registry at hand does not have, and then `npm ci` refuses the file on every machine.
it("locks the binaries of every platform", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

it("names no registry", () => {
  expect(Object.keys(packages).filter((path) => "resolved" in (packages[path] ?? {}))).toEqual([]);
});
