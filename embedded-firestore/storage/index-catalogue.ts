import { parseFieldPath } from "../values/field-path.ts";
import type { Connection } from "./connection.ts";
import type { IndexPart, IndexShape } from "./storage.ts";

/** An index that exists. `tops` are the top-level fields it depends on. */
export type Index = { id: number; database: string; shape: IndexShape; tops: readonly string[] };

type DatabaseIndexes = { byDefinition: Map<string, Index>; byGroup: Map<string, Index[]> };

const none: readonly Index[] = [];

/** The indexes of all databases, in memory. */
export class IndexCatalogue {
  readonly #databases = new Map<string, DatabaseIndexes>();

  find(database: string, definition: string): Index | undefined {
    return this.#databases.get(database)?.byDefinition.get(definition);
  }

  ofGroup(database: string, group: string): readonly Index[] {
    return this.#databases.get(database)?.byGroup.get(group) ?? none;
  }

  add(id: number, database: string, definition: string): Index {
    const shape = readDefinition(definition);
    const index: Index = { id, database, shape, tops: topsOf(shape) };
    const indexes = this.#databases.get(database) ?? { byDefinition: new Map(), byGroup: new Map() };
    this.#databases.set(database, indexes);
    indexes.byDefinition.set(definition, index);
    indexes.byGroup.set(shape.group, [...(indexes.byGroup.get(shape.group) ?? []), index]);
    return index;
  }

  /** Reads the indexes of the file anew. */
  load(connection: Connection): void {
    this.#databases.clear();
    const rows = connection.all(
      "SELECT s.id, d.name, s.definition FROM shapes s JOIN databases d ON d.id = s.database ORDER BY s.id",
    );
    for (const [id, database, definition] of rows) {
      this.add(id as number, database as string, definition as string);
    }
  }
}

/** A shape as one line of text; equal shapes have the same: `["group","collection","a asc","__name__ asc"]`. */
export function definitionOf(shape: IndexShape): string {
  const parts = shape.parts.map((part) => `${part.path} ${part.mode}`);
  return JSON.stringify([shape.group, shape.scope, ...parts]);
}

/** The shape that `definitionOf` wrote. */
export function readDefinition(definition: string): IndexShape {
  const [group, scope, ...parts] = JSON.parse(definition) as string[];
  return { group: group as string, scope: scope as IndexShape["scope"], parts: parts.map(readPart) };
}

/** Whether the documents themselves are in this order, so that no index is needed. */
export const isPrimary = (shape: IndexShape) =>
  shape.scope === "collection" && shape.parts.length === 1 && shape.parts[0]?.mode === "asc";

function readPart(text: string): IndexPart {
  const at = text.lastIndexOf(" ");
  return { path: text.slice(0, at), mode: text.slice(at + 1) as IndexPart["mode"] };
}

function topsOf(shape: IndexShape): string[] {
  const fields = shape.parts.filter((part) => part.path !== "__name__");
  return [...new Set(fields.map((part) => parseFieldPath(part.path)[0] as string))];
}
