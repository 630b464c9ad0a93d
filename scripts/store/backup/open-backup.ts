import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { extract } from "tar";
import { readStats } from "@/embedded-firestore/storage/read-stats";
import { migrations } from "@/embedded-firestore/storage/schema";
import { describePart, filesBelow } from "./describe-part";
import { countsOf } from "./make-backup";
import { databaseName, type Manifest, manifestName, parseManifest } from "./manifest";

const plainTypes = ["File", "OldFile", "ContiguousFile", "Directory"];

/**
 * Unpacks a backup into an empty folder and checks all of it: every part's size and digest, nothing missing, nothing
 * more, the database whole. Throws one sentence when anything is wrong.
 */
export async function openBackup(file: string, into: string): Promise<Manifest> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  await unpack(file, into);
  const manifestPath = join(into, manifestName);
  if (!existsSync(manifestPath)) {
    throw new Error("The file is not a backup of Parley, or it is damaged: it has no manifest.");
  }
  const manifest = parseManifest(await readFile(manifestPath, "utf8"));
  await checkParts(manifest, into);
  checkDatabase(manifest, into);
  return manifest;
}

async function unpack(file: string, into: string): Promise<void> {
  let odd: string | null = null;
  try {
    await extract({
      file,
      cwd: into,
      strict: true,
      preserveOwner: false,
      filter: (path, entry) => {
        // A link could lead out of the folder; our own backups have none.
        if ("type" in entry && !plainTypes.includes(entry.type)) odd = path;
        return odd === null;
      },
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOSPC") throw new Error("The disk is too full to unpack the backup.");
    if (code === "EACCES") throw error;
    throw new Error("The file is not a backup of Parley, or it is damaged: it cannot be unpacked.");
  }
  if (odd !== null) throw new Error(`The backup is damaged: ${odd} is neither a file nor a folder.`);
}

async function checkParts(manifest: Manifest, root: string): Promise<void> {
  const there = new Set((await filesBelow(root)).filter((path) => path !== manifestName));
  for (const part of manifest.parts) {
    if (!there.delete(part.path)) throw new Error(`The backup is damaged: ${part.path} is missing in it.`);
    const found = await describePart(root, part.path);
    if (found.bytes !== part.bytes || found.sha256 !== part.sha256) {
      throw new Error(`The backup is damaged: ${part.path} is not what its manifest says.`);
    }
  }
  const [extra] = there;
  if (extra) throw new Error(`The backup is damaged: ${extra} is not in its manifest.`);
  if (!manifest.parts.some(({ path }) => path === databaseName)) {
    throw new Error("The backup is damaged: it holds no store.");
  }
}

function checkDatabase(manifest: Manifest, root: string): void {
  if (!isWhole(join(root, databaseName))) throw new Error("The backup is damaged: its store is not whole.");
  if (readStats(root).schemaVersion > migrations.length) {
    throw new Error("The backup was made by a newer version of Parley; use that one to restore it.");
  }
  const { documents } = countsOf(root);
  if (documents !== manifest.counts.documents) {
    throw new Error("The backup is damaged: its store holds another number of documents than its manifest.");
  }
}

function isWhole(path: string): boolean {
  try {
    const db = new DatabaseSync(path, { readOnly: true });
    try {
      const row = db.prepare("PRAGMA integrity_check(1)").get() as { integrity_check: string } | undefined;
      return row?.integrity_check === "ok";
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}
