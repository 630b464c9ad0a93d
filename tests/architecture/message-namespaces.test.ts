import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const inboxFolders = ["inbox", "thread", "composer", "interactive", "templates", "ui"];

/** A page hands its components the message namespaces it names; words of any other show as their key. */
it("the inbox is handed every message namespace that its components use", () => {
  const used = new Set(
    inboxFolders
      .flatMap((folder) => filesBelow(join(root, "components", folder)))
      .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/useTranslations\("(\w+)/g)])
      .map((match) => match[1] ?? ""),
  );
  expect([...used].filter((namespace) => !handed().includes(namespace))).toEqual([]);
});

function handed(): string[] {
  const shell = readFileSync(join(root, "components/app-shell/app-shell.tsx"), "utf8");
  const layout = readFileSync(join(root, "app/inbox/layout.tsx"), "utf8");
  const lists = [/const shared = (\[[^\]]+\])/.exec(shell), /namespaces=\{(\[[^\]]+\])\}/.exec(layout)];
  return lists.flatMap((list) => JSON.parse(list?.[1] ?? "null"));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}
