import type { Problem, SourceFile } from "./imports";
import { notAudited, notGuarded } from "./not-audited";

type Allowed = { notAudited: Record<string, string>; notGuarded: Record<string, string> };

const rooms = /^(lib\/(inbox|actions|server)|app)\//;
const logFile = "lib/store/audit-log.ts";
const product = /^(app|components|lib)\//;
const takesActor = /(?<![-\w])[aA]ctor\b(?!-)/;
const startsWrite = /\b(inTransaction|inUnit|runTransaction)\(|\.batch\(\)/;
const writesDocument =
  /(\bdoc\([^;]*?\)|\b(tx|unit|batch|writer|ref|place))\s*\.\s*(set|create|update|delete)\(/;
const storeImport = /import\s*\{([^}]*)\}\s*from\s*"@\/lib\/store\//g;
const writingName = /^(update|delete|create|save|write|extend|wake|put|mark)[A-Z]/;

/**
 * Whoever changes something for somebody asks whether they may and tells the audit log, in the same file: a file that
 * takes an actor and writes needs `can(` or `mayReach(`, and `addAuditEntry(` or `leaveAuditEntry(`. The log itself is
 * only ever added to: no other file names its collection, and its own deletes in one place.
 */
export function checkMutations(
  files: SourceFile[],
  allowed: Allowed = { notAudited, notGuarded },
): Problem[] {
  const found = files.filter(({ path }) => rooms.test(path)).flatMap((file) => lacksOf(file));
  const problems = found.filter(({ path, lack }) => !(path in allowed[lack]));
  const stale = (["notAudited", "notGuarded"] as const).flatMap((lack) =>
    Object.keys(allowed[lack])
      .filter((path) => !found.some((one) => one.path === path && one.lack === lack))
      .map((path) => ({
        path,
        message: `stands under ${lack} in scripts/verify/not-audited.ts without need`,
      })),
  );
  return [
    ...problems.map(({ path, lack }) => ({ path, message: words[lack] })),
    ...stale,
    ...files.flatMap(appendOnly),
  ];
}

const words = {
  notGuarded: "takes an actor and writes, without can( or mayReach(",
  notAudited: "takes an actor and writes, without addAuditEntry( or leaveAuditEntry(",
};

/** Whether a file takes an actor and writes to the store. */
export function isMutation({ text }: SourceFile): boolean {
  const code = withoutComments(text);
  return takesActor.test(code) && isWriting(code);
}

function lacksOf(file: SourceFile): { path: string; lack: keyof Allowed }[] {
  if (!isMutation(file)) return [];
  const { path } = file;
  const code = withoutComments(file.text);
  const lacks: { path: string; lack: keyof Allowed }[] = [];
  if (!/\b(can|mayReach|canSee)\(/.test(code)) lacks.push({ path, lack: "notGuarded" });
  if (!/\b(addAuditEntry|leaveAuditEntry)\(/.test(code)) lacks.push({ path, lack: "notAudited" });
  return lacks;
}

function isWriting(code: string): boolean {
  if (startsWrite.test(code) || writesDocument.test(code)) return true;
  const names = [...code.matchAll(storeImport)].flatMap((match) => (match[1] ?? "").split(","));
  return names.some((name) => writingName.test(name.trim()));
}

function appendOnly({ path, text }: SourceFile): Problem[] {
  if (!product.test(path)) return [];
  const code = withoutComments(text);
  if (path !== logFile) {
    const isNamed = /\bauditLog\(|["'`]auditLog["'`]/.test(code);
    return isNamed ? [{ path, message: `names the audit log's collection; only ${logFile} may` }] : [];
  }
  const changes = code.match(/\.\s*(set|update|delete)\(/g) ?? [];
  const outside = code.replace(/export async function deleteAuditBefore\b[\s\S]*?\n\}\n/, "");
  const strays = outside.match(/\.\s*(set|update|delete)\(/g) ?? [];
  return strays.length > 0 || changes.some((change) => !change.includes("delete"))
    ? [{ path, message: "changes entries: the audit log is only added to, and pruned by deleteAuditBefore" }]
    : [];
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
