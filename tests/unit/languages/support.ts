import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../../messages");
type Tree = { [name: string]: string | Tree };

/** The files of a language, by name. */
export const partsOf = (language: string): string[] =>
  readdirSync(join(root, language))
    .filter((name) => name.endsWith(".json"))
    .toSorted();

/** Every message of a file, by its dotted key. */
export function messagesOf(language: string, part: string): Map<string, string> {
  return new Map(flat(JSON.parse(readFileSync(join(root, language, part), "utf8")), ""));
}

function flat(tree: Tree, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[path + name, value]] : flat(value, `${path}${name}.`),
  );
}
