import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "./imports";

const roots = ["app", "components", "lib", "embedded-firestore", "simulator", "scripts", "tests", "bench"];
const files = ["proxy.ts", "instrumentation.ts", "instrumentation-client.ts"];
const code = /\.(tsx?|mjs|css)$/;

/** Every source file under the project's folder, with paths relative to it. */
export function sourceFiles(root: string): SourceFile[] {
  return [...roots, ...files]
    .flatMap((path) => walk(root, path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function walk(root: string, path: string): string[] {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return code.test(path) ? [path] : [];
  return readdirSync(join(root, path)).flatMap((name) => walk(root, `${path}/${name}`));
}
