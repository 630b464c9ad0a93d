import type { Problem, SourceFile } from "./imports";

const maxLines = 300;
const product = /^(app|components|lib|proxy\.ts|instrumentation)/;

/** What is neither an import nor Biome's to see: sizes, names, who reads the environment, where actions live. */
export function checkHabits(files: SourceFile[]): Problem[] {
  return files.flatMap((file) =>
    [fileSize(file), fileName(file), environment(file), clock(file), actions(file)]
      .filter((message) => message !== null)
      .map((message) => ({ path: file.path, message })),
  );
}

function fileSize({ text }: SourceFile): string | null {
  const lines = text.replace(/\n$/, "").split("\n").length;
  return lines > maxLines ? `has ${lines} lines; ${maxLines} is the most. Split it by case` : null;
}

function fileName({ path }: SourceFile): string | null {
  const bad = path.split("/").find((part) => !isKebab(part.replace(/(\.[a-z0-9-]+)+$/, "")));
  return bad ? `is not named in kebab-case: ${bad}` : null;
}

/** Next's own marks around a name: [param], [...rest], (group), @slot, _private. */
function isKebab(name: string): boolean {
  const bare = name.replace(/^\[{1,2}(\.\.\.)?(\w+)\]{1,2}$/, "param").replace(/^\((.+)\)$/, "$1");
  return /^[@_.]?[a-z0-9]+(-[a-z0-9]+)*$/.test(bare);
}

function environment({ path, text }: SourceFile): string | null {
  if (!product.test(path) || path === "lib/env.ts") return null;
  // Next replaces this one while building; it is not read when the app runs.
  const code = path.startsWith("instrumentation") ? text.replaceAll("process.env.NEXT_RUNTIME", "") : text;
  return /\bprocess\s*\.\s*env\b/.test(code) ? "reads process.env; only lib/env.ts may" : null;
}

function clock({ path, text }: SourceFile): string | null {
  if (!path.startsWith("lib/domain/")) return null;
  return /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(text)
    ? "reads the clock or chance: lib/domain is pure"
    : null;
}

function actions({ path, text }: SourceFile): string | null {
  if (!product.test(path)) return null;
  const isServer = /^\s*["']use server["']/m.test(text);
  if (isServer && !path.startsWith("lib/actions/")) return '"use server" outside lib/actions';
  if (!isServer && path.startsWith("lib/actions/"))
    return 'lacks "use server": lib/actions holds nothing else';
  return null;
}
