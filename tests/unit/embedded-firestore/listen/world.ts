import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { WireQuery, WireTarget } from "@/embedded-firestore/protocol/messages";
import { type OpenStorage, openStorage } from "@/embedded-firestore/storage/open-storage";
import type { Writer } from "@/embedded-firestore/storage/storage";
import { documentName } from "@/embedded-firestore/values/document-name";
import type { Value } from "@/embedded-firestore/values/value";
import { database } from "./listen-client";

export const collection = "things";
export const integer = (value: number): Value => ({ kind: "integer", value: BigInt(value) });

/** A store of the test's own, gone with the test. */
export function openWorld(): OpenStorage {
  const dir = mkdtempSync(join(tmpdir(), "listen-"));
  const storage = openStorage({ dir, synchronous: "normal" });
  onTestFinished(() => {
    storage.close();
    rmSync(dir, { recursive: true });
  });
  return storage;
}

/** What a commit does to one document: its numbers, or null to delete it. */
export type Edit = { id: string; fields: Record<string, number> | null; in?: string };

/** Commits edits together and says when, in microseconds. */
export function commit(storage: OpenStorage, ...edits: Edit[]): Promise<number> {
  return storage.commit(database, (writer) => {
    for (const edit of edits) apply(writer, edit);
    return writer.commitTime;
  });
}

function apply(writer: Writer, edit: Edit): void {
  const name = documentName(database, edit.in ?? collection, edit.id);
  if (!edit.fields) writer.delete(name);
  else writer.put(name, new Map(Object.entries(edit.fields).map(([key, value]) => [key, integer(value)])));
}

export const set = (id: string, fields: Record<string, number>): Edit => ({ id, fields });
export const remove = (id: string): Edit => ({ id, fields: null });

export const query = (structuredQuery: WireQuery = {}): WireTarget => ({
  query: {
    parent: `${database}/documents`,
    structuredQuery: { from: [{ collectionId: collection }], ...structuredQuery },
  },
});

export const documents = (...ids: string[]): WireTarget => ({
  documents: { documents: ids.map((id) => documentName(database, collection, id).full) },
});

const asc = 1;
const desc = 2;
export const orderBy = (path: string, direction: "asc" | "desc" = "asc") => [
  { field: { fieldPath: path }, direction: direction === "asc" ? asc : desc },
];
/** 5 is ==, 3 is >. */
export const where = (path: string, op: number, value: number) => ({
  fieldFilter: { field: { fieldPath: path }, op, value: integer(value) },
});
