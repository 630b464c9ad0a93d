import type { Change } from "../storage/storage.ts";

/** Where a target's documents are. */
export type Topic =
  | { kind: "collection"; collection: string }
  | { kind: "group"; group: string }
  | { kind: "everything" }
  | { kind: "documents"; names: Iterable<string> };

type Shelf<T> = {
  collection: Map<string, Set<T>>;
  group: Map<string, Set<T>>;
  document: Map<string, Set<T>>;
  everything: Set<T>;
};

/** Finds the targets that a changed document may concern, without looking at the others. */
export class TargetRegistry<T> {
  readonly #databases = new Map<string, Shelf<T>>();

  add(database: string, topic: Topic, target: T): void {
    const shelf = this.#databases.get(database) ?? newShelf<T>();
    this.#databases.set(database, shelf);
    if (topic.kind === "everything") shelf.everything.add(target);
    for (const [map, key] of places(shelf, topic)) {
      const set = map.get(key);
      if (set) set.add(target);
      else map.set(key, new Set([target]));
    }
  }

  remove(database: string, topic: Topic, target: T): void {
    const shelf = this.#databases.get(database);
    if (!shelf) return;
    shelf.everything.delete(target);
    for (const [map, key] of places(shelf, topic)) {
      const set = map.get(key);
      set?.delete(target);
      if (set?.size === 0) map.delete(key);
    }
    if (isEmpty(shelf)) this.#databases.delete(database);
  }

  /** Calls `visit` for each target a change may concern. */
  visit(database: string, changes: readonly Change[], visit: (target: T, change: Change) => void): void {
    const shelf = this.#databases.get(database);
    if (!shelf) return;
    for (const change of changes) {
      const { collection, group, full } = change.name;
      visitAll(shelf.collection.get(collection), change, visit);
      visitAll(shelf.group.get(group), change, visit);
      visitAll(shelf.document.get(full), change, visit);
      visitAll(shelf.everything, change, visit);
    }
  }
}

function visitAll<T>(
  targets: Set<T> | undefined,
  change: Change,
  visit: (target: T, change: Change) => void,
) {
  if (targets) for (const target of targets) visit(target, change);
}

function newShelf<T>(): Shelf<T> {
  return { collection: new Map(), group: new Map(), document: new Map(), everything: new Set() };
}

function* places<T>(shelf: Shelf<T>, topic: Topic): Generator<[Map<string, Set<T>>, string]> {
  if (topic.kind === "collection") yield [shelf.collection, topic.collection];
  if (topic.kind === "group") yield [shelf.group, topic.group];
  if (topic.kind === "documents") for (const name of topic.names) yield [shelf.document, name];
}

function isEmpty<T>(shelf: Shelf<T>): boolean {
  return (
    shelf.everything.size === 0 &&
    shelf.collection.size === 0 &&
    shelf.group.size === 0 &&
    shelf.document.size === 0
  );
}
