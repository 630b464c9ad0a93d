import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../stack/root";

type Field = { fieldPath: string; order?: string; arrayConfig?: string };
export type Index = { collectionGroup: string; queryScope: string; fields: Field[] };
type Override = {
  collectionGroup: string;
  fieldPath: string;
  indexes: { queryScope: string; order?: string; arrayConfig?: string }[];
};
export type IndexFile = { indexes: Index[]; fieldOverrides: Override[] };
type Report = { reports?: { index: { name: string; queryScope: string; fields: Field[] } }[] };

/** The composite indexes that the queries of one project would have needed in production, as the emulator reports them. */
export async function indexesNeeded(host: string, projectId: string): Promise<Index[]> {
  const database = `projects/${projectId}/databases/(default)`;
  const response = await fetch(
    `http://${host}/emulator/v1/projects/${projectId}:indexUsage?database=${encodeURIComponent(database)}`,
  );
  const { reports = [] }: Report = await response.json();
  return reports.map(({ index }) => ({
    collectionGroup: /collectionGroups\/([^/]+)/.exec(index.name)?.[1] ?? "",
    queryScope: index.queryScope,
    fields: index.fields,
  }));
}

/** Those needed that firestore.indexes.json does not have, written one a line. */
export function indexesMissing(needed: Index[], file: IndexFile = indexFile()): string[] {
  const known = new Set([...file.indexes.map(keyOf), ...file.fieldOverrides.flatMap(overrideKeys)]);
  return [...new Set(needed.filter((index) => !isAutomatic(index)).map(keyOf))].filter(
    (key) => !known.has(key),
  );
}

export function indexFile(): IndexFile {
  return JSON.parse(readFileSync(join(projectRoot, "firestore.indexes.json"), "utf8"));
}

function isAutomatic(index: Index): boolean {
  return index.queryScope === "COLLECTION" && withoutName(index.fields).length < 2;
}

/** An index as one line of text: the same line, the same index. */
export function keyOf({ collectionGroup, queryScope, fields }: Index): string {
  const parts = withoutName(fields).map((field) => `${field.fieldPath} ${field.order ?? field.arrayConfig}`);
  return `${collectionGroup} ${queryScope}: ${parts.join(", ")}`;
}

/** A last `__name__` in the direction of the field before it goes without saying. */
function withoutName(fields: Field[]): Field[] {
  const last = fields.at(-1);
  const direction = fields.at(-2)?.order ?? "ASCENDING";
  return last?.fieldPath === "__name__" && last.order === direction ? fields.slice(0, -1) : fields;
}

function overrideKeys({ collectionGroup, fieldPath, indexes }: Override): string[] {
  return ["ASCENDING", "DESCENDING"].flatMap((order) =>
    indexes.map(({ queryScope }) => keyOf({ collectionGroup, queryScope, fields: [{ fieldPath, order }] })),
  );
}
