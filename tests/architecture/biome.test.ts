import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;

/** A folder with the project's own Biome settings and nothing else. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-biome-"));
  const settings = JSON.parse(readFileSync("biome.json", "utf8"));
  writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...settings, vcs: { enabled: false } }));
  mkdirSync(join(folder, "app"));
  copyFileSync("app/globals.css", join(folder, "app", "globals.css"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function lint(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  const bin = resolve("node_modules/@biomejs/biome/bin/biome");
  const result = spawnSync(process.execPath, [bin, "lint", path], { cwd: folder, encoding: "utf8" });
  return `${result.stdout}${result.stderr}`;
}

const cases: [rule: string, path: string, text: string][] = [
  ["noExplicitAny", "lib/inbox/x.ts", "export const x = (y: any) => y;\n"],
  ["noUnusedImports", "lib/inbox/x.ts", 'import { z } from "zod";\nexport const x = 1;\n'],
  ["useImportType", "lib/inbox/x.ts", 'import { Message } from "./m";\nexport type X = Message;\n'],
  ["noConsole", "lib/inbox/x.ts", 'console.log("x");\n'],
  ["useFilenamingConvention", "lib/inbox/sendMessage.ts", "export const x = 1;\n"],
  ["useTailwindSortedClasses", "components/x.tsx", 'export const X = () => <p className="px-2 flex" />;\n'],
];

describe("Biome", () => {
  it.each(cases)("bites with %s", (rule, path, text) => {
    expect(lint(path, text)).toContain(rule);
  });

  it("says nothing of good code", () => {
    const good = 'import type { Message } from "./m";\n\nexport type X = Message;\n';
    expect(lint("lib/inbox/y.ts", good)).not.toContain("lint/");
  });
});
