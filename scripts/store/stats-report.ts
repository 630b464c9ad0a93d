import type { IndexShape } from "@/embedded-firestore/storage/storage";
import type { DatabaseStats, StoreStats } from "@/embedded-firestore/storage/store-stats";

/** A store's figures as tables for a terminal. Pure. */
export function statsReport(stats: StoreStats): string {
  const head = `${sizeOf(stats.fileBytes)} on disk, schema ${stats.schemaVersion}`;
  return [head, ...stats.databases.map(databaseReport)].join("\n\n");
}

function databaseReport({ name, collections, indexes, queries }: DatabaseStats): string {
  const documents = collections.reduce((sum, collection) => sum + collection.documents, 0);
  const sections = [
    `${name}: ${documents} documents`,
    table(
      ["collection", "collections", "documents", "size"],
      collections.map((one) => [one.path, one.collections, one.documents, sizeOf(one.bytes)]),
    ),
    table(
      ["index", "rows", "uses"],
      indexes.map(({ shape, rows, uses }) => [shapeName(shape), rows, uses]),
    ),
    table(
      ["index that Google's Firestore would need", "queries"],
      queries.map(({ shape, uses }) => [shapeName(shape), uses]),
    ),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

/** `conversations: mergedInto, lastActivityAt ↓`; a name at the end goes without saying. */
function shapeName({ group, scope, parts }: IndexShape): string {
  const marks = { asc: "", desc: " ↓", contains: " contains" };
  const shown = parts.length > 1 ? parts.filter(({ path }) => path !== "__name__") : parts;
  const fields = shown.map(({ path, mode }) => `${path}${marks[mode]}`).join(", ");
  return `${group}${scope === "group" ? " (group)" : ""}: ${fields}`;
}

function table(head: string[], rows: (string | number)[][]): string {
  if (rows.length === 0) return "";
  const lines = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join("\n");
}

function sizeOf(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
