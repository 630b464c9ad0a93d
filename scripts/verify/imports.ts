export type SourceFile = { path: string; text: string };
export type Problem = { path: string; message: string };
type Import = { from: string; isType: boolean };

/** Rooms from the outside in: a room may import itself and any room further in. Equal ranks do not know each other. */
const ranks: [room: string, rank: number][] = [
  ["app", 0],
  ["components", 1],
  ["lib/client", 2],
  ["lib/actions", 3],
  ["lib/server", 4],
  ["lib/inbox", 5],
  ["lib/channels", 6],
  ["lib/store", 6],
  ["lib/domain", 8],
];
const browserRooms = ["components", "lib/client"];
const sharedFiles = ["lib/env.ts", "lib/log.ts", "lib/paths.ts"];
const outside = ["simulator", "scripts", "tests", "bench"];
const domainPackages = ["zod", "ulid", "node:crypto"];

/** Checks every import against the house's rules: which room may know which, and who may touch what is outside. */
export function checkImports(files: SourceFile[]): Problem[] {
  return files.flatMap(({ path, text }) =>
    importsOf(text)
      .map((found) => ruleBroken(path, { ...found, from: resolve(path, found.from) }))
      .filter((message) => message !== null)
      .map((message) => ({ path, message })),
  );
}

function ruleBroken(path: string, { from, isType }: Import): string | null {
  const room = roomOf(path);
  if (/^(firebase-admin\/firestore|@google-cloud\/firestore)/.test(from)) {
    const isFree = room === "lib/store" || room === "tests" || room === "scripts" || room === "bench";
    return isFree ? null : `imports ${from}, which only lib/store may (types too)`;
  }
  if (room === "lib/domain" && !from.startsWith("lib/domain/")) {
    return domainPackages.includes(from) ? null : `imports ${from}: lib/domain is pure`;
  }
  if (room === "embedded-firestore") {
    const isOwn = from.startsWith("embedded-firestore/") || !isOurs(from);
    return isOwn ? null : `imports ${from}: embedded-firestore knows nothing of the inbox`;
  }
  if (room === "simulator") return simulatorRule(from, isType);
  if (outside.includes(room)) return null;
  const target = roomOf(from);
  if (outside.includes(target)) return `imports ${from}: the product knows no ${target}`;
  if (browserRooms.includes(room) && !isType && from === "lib/env") return `imports ${from} into the browser`;
  return arrowRule(room, target, from, isType);
}

function simulatorRule(from: string, isType: boolean): string | null {
  if (!isOurs(from) || from.startsWith("simulator/")) return null;
  if (isType && /^lib\/channels\/.*wire[^/]*$/.test(from)) return null;
  return `imports ${from}: the stand-in for Meta shares wire types only`;
}

function arrowRule(room: string, target: string, from: string, isType: boolean): string | null {
  const own = rankOf(room);
  const its = rankOf(target);
  if (own === null || its === null || room === target) return null;
  if (its <= own) return `imports ${from}: ${room} may not know ${target}`;
  if (browserRooms.includes(room) && target === "lib/store" && !isType) {
    return `imports ${from}: the browser reaches the store only through the server`;
  }
  return null;
}

/** Static imports, re-exports, dynamic imports and bare ones, without parsing: strings and comments are rarely like them. */
export function importsOf(text: string): Import[] {
  const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
  const from = [...code.matchAll(/\b(?:import|export)\s+(type\s)?[\w*{}\s,$]*?\sfrom\s+["']([^"']+)["']/g)];
  const bare = [...code.matchAll(/\bimport\s*\(?\s*["']([^"']+)["']/g)];
  return [
    ...from.map((match) => ({ from: match[2] ?? "", isType: Boolean(match[1]) })),
    ...bare.map((match) => ({ from: match[1] ?? "", isType: false })),
  ];
}

function resolve(path: string, from: string): string {
  if (from.startsWith("@/")) return from.slice(2);
  if (!from.startsWith(".")) return from;
  const parts = path.split("/").slice(0, -1);
  for (const part of from.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function roomOf(path: string): string {
  if (sharedFiles.includes(path) || sharedFiles.includes(`${path}.ts`)) return "shared";
  const [first = "", second = ""] = path.split("/");
  return first === "lib" ? `lib/${second}` : first;
}

const rankOf = (room: string) => ranks.find(([name]) => name === room)?.[1] ?? null;
const isOurs = (from: string) =>
  /^(app|components|lib|simulator|scripts|tests|bench|embedded-firestore|messages)\//.test(from);
