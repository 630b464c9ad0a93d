import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type OpenStorage,
  openStorage,
  type StorageOptions,
} from "@/embedded-firestore/storage/open-storage";
import type { IndexPart, IndexShape, Reader } from "@/embedded-firestore/storage/storage";
import { documentName } from "@/embedded-firestore/values/document-name";
import type { Fields, Value } from "@/embedded-firestore/values/value";

export const database = "projects/demo-storage/databases/(default)";
export const everything = { from: null, to: null };

/** A folder that goes when the test ends. */
export function ownFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "storage-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A store that is closed when the test ends, in a folder of its own unless one is given. */
export function ownStore(options: Partial<StorageOptions> = {}): OpenStorage {
  const store = openStorage({ dir: options.dir ?? ownFolder(), synchronous: "normal", ...options });
  onTestFinished(() => store.close());
  return store;
}

/** The name of `a/1/b/2`. */
export function named(path: string, of = database) {
  const slash = path.lastIndexOf("/");
  return documentName(of, path.slice(0, slash), path.slice(slash + 1));
}

export const integer = (value: number): Value => ({ kind: "integer", value: BigInt(value) });
export const text = (value: string): Value => ({ kind: "string", value });
export const list = (...values: Value[]): Value => ({ kind: "array", values });
export const fieldsOf = (fields: Record<string, Value>): Fields => new Map(Object.entries(fields));

/** `shape("a", "n asc", "t desc")`: with the name last, in the direction of the field before. */
export function shape(group: string, ...parts: string[]): IndexShape {
  const fields = parts.map((part) => {
    const [path, mode] = part.split(" ") as [string, IndexPart["mode"]];
    return { path, mode };
  });
  const mode = fields.at(-1)?.mode === "desc" ? "desc" : "asc";
  return { group, scope: "collection", parts: [...fields, { path: "__name__", mode }] };
}

/** Paths of the documents of a scan, in its order. */
export function scanned(
  reader: Reader,
  of: IndexShape,
  collection: string | null,
  isReverse = false,
): string[] {
  const rows = reader.scan({ database, collection, shape: of }, everything, isReverse);
  return [...rows].map((row) => `${row.name.collection}/${row.name.id}`);
}
