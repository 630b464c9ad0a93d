import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readStats } from "@/embedded-firestore/storage/read-stats";
import type { IndexShape } from "@/embedded-firestore/storage/storage";
import { type Index, type IndexFile, indexesMissing, indexFile, keyOf } from "./index-usage";

/** The setup check asks for every index of the file, needed or not. Its suites call their worlds so. */
const ofTheDoctor = /\/demo-doctor-/;

const noted = (dir: string) => join(dir, "index-needs");

/**
 * Notes which production indexes the queries of a part of `npm test` needed, over all projects of its store. The store
 * must have been closed: it writes its counts then.
 */
export function noteIndexNeeds(dir: string, part: string, storeDir: string): void {
  const shapes = readStats(storeDir)
    .databases.filter(({ name }) => !ofTheDoctor.test(name))
    .flatMap(({ queries }) => queries.map(({ shape }) => shape));
  mkdirSync(noted(dir), { recursive: true });
  writeFileSync(join(noted(dir), `${part}.json`), JSON.stringify(shapes));
}

/**
 * Compares what the parts that ran have noted with firestore.indexes.json. `unused` is null unless all of `parts` ran:
 * only together do they exercise every query.
 */
export function checkIndexList(
  dir: string,
  parts: string[],
): { missing: string[]; unused: string[] | null; notedParts: string[] } {
  const there = existsSync(noted(dir))
    ? readdirSync(noted(dir)).map((name) => name.replace(/\.json$/, ""))
    : [];
  const shapesOf = (part: string) =>
    JSON.parse(readFileSync(join(noted(dir), `${part}.json`), "utf8")) as IndexShape[];
  const shapes = there.flatMap(shapesOf);
  const { missing } = compareIndexes(shapes, indexFile());
  const { unused } = compareIndexes(
    there.filter((part) => parts.includes(part)).flatMap(shapesOf),
    indexFile(),
  );
  const isComplete = parts.every((part) => there.includes(part));
  return { missing, unused: isComplete ? unused : null, notedParts: there };
}

/** What queries needed and the file lacks, and what the file has and no query needed. One line an index. Pure. */
export function compareIndexes(
  shapes: readonly IndexShape[],
  file: IndexFile,
): { missing: string[]; unused: string[] } {
  const needed = shapes.map(indexOf);
  const keys = new Set(needed.map(keyOf));
  const groupOverrides = file.fieldOverrides.flatMap(({ collectionGroup, fieldPath, indexes }) =>
    indexes
      .filter(({ queryScope }) => queryScope === "COLLECTION_GROUP")
      .map(({ queryScope, order, arrayConfig }) => ({
        collectionGroup,
        queryScope,
        fields: [{ fieldPath, order, arrayConfig }],
      })),
  );
  const held = [...file.indexes, ...groupOverrides].map(keyOf);
  return { missing: indexesMissing(needed, file), unused: held.filter((key) => !keys.has(key)) };
}

function indexOf({ group, scope, parts }: IndexShape): Index {
  return {
    collectionGroup: group,
    queryScope: scope === "group" ? "COLLECTION_GROUP" : "COLLECTION",
    fields: parts.map(({ path, mode }) =>
      mode === "contains"
        ? { fieldPath: path, arrayConfig: "CONTAINS" }
        : { fieldPath: path, order: mode === "asc" ? "ASCENDING" : "DESCENDING" },
    ),
  };
}
