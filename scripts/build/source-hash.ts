import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What `next build` reads. */
const appParts = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
  "firestore.indexes.json",
];

/** What only the bundles beside the app are made of. */
const bundleParts = [
  "embedded-firestore",
  "scripts/build",
  "scripts/start",
  "scripts/store",
  "scripts/create-admin.ts",
  "scripts/doctor",
  "scripts/doctor.ts",
  "firestore.indexes.json",
];

/** A digest of everything the build reads under `root`: the same digest means the build is still good. */
export function sourceHash(root: string, of: "app" | "bundles" = "app"): string {
  const parts = of === "app" ? appParts : bundleParts;
  const hash = createHash("sha256");
  for (const path of parts.flatMap((part) => filesUnder(join(root, part)))) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
