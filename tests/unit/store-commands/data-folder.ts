import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type OpenStorage, openStorage } from "@/embedded-firestore/storage/open-storage";
import { documentName } from "@/embedded-firestore/values/document-name";
import type { Fields } from "@/embedded-firestore/values/value";
import { type DataFolder, dataFolder } from "@/scripts/store/data-folder";

export const database = "projects/parley/databases/(default)";

/** An empty data folder of its own. */
export const newFolder = (): DataFolder => dataFolder(mkdtempSync(join(tmpdir(), "parley-folder-")));

export const openStore = (folder: DataFolder): OpenStorage =>
  openStorage({ dir: folder.store, synchronous: "normal" });

/** Writes `pairs/<n>-a` and `pairs/<n>-b` in one commit. */
export function writePair(storage: OpenStorage, n: number): Promise<void> {
  const fields: Fields = new Map([["n", { kind: "integer", value: BigInt(n) }]]);
  return storage.commit(database, (writer) => {
    for (const side of ["a", "b"]) writer.put(documentName(database, "pairs", `${n}-${side}`), fields);
  });
}

export const hasDocument = (storage: OpenStorage, id: string) =>
  storage.latest.get(documentName(database, "pairs", id)) !== null;

export function writeMedia(folder: DataFolder, path: string, text: string): void {
  const file = join(folder.media, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
