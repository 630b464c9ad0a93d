import type { Change } from "../storage/storage.ts";
import type { Equality } from "./equality.ts";
import { TargetRoom } from "./target-room.ts";

/** Where a target's documents are. */
export type Topic =
  | { kind: "collection" | "group"; of: string; equality: Equality | null }
  | { kind: "everything" }
  | { kind: "documents"; names: readonly string[] };

type Visit<T> = (target: T, change: Change) => void;

/** Finds the targets that a changed document may concern, without looking at the others. */
export class TargetRegistry<T> {
  readonly #databases = new Map<string, Shelf<T>>();

  add(database: string, topic: Topic, target: T): void {
    const shelf = this.#databases.get(database) ?? new Shelf<T>();
    this.#databases.set(database, shelf);
    shelf.add(topic, target);
  }

  remove(database: string, topic: Topic, target: T): void {
    const shelf = this.#databases.get(database);
    shelf?.remove(topic, target);
    if (shelf?.isEmpty) this.#databases.delete(database);
  }

  /** Calls `visit` for each target a change may concern. */
  visit(database: string, changes: readonly Change[], visit: Visit<T>): void {
    const shelf = this.#databases.get(database);
    if (shelf) for (const change of changes) shelf.visit(change, visit);
  }
}

/** The targets of one database. */
class Shelf<T> {
  readonly #rooms = { collection: new Map<string, TargetRoom<T>>(), group: new Map<string, TargetRoom<T>>() };
  readonly #documents = new Map<string, Set<T>>();
  readonly #everything = new Set<T>();

  get isEmpty(): boolean {
    const { collection, group } = this.#rooms;
    return collection.size + group.size + this.#documents.size + this.#everything.size === 0;
  }

  add(topic: Topic, target: T): void {
    if (topic.kind === "everything") this.#everything.add(target);
    else if (topic.kind === "documents") for (const name of topic.names) this.#addDocument(name, target);
    else {
      const rooms = this.#rooms[topic.kind];
      const room = rooms.get(topic.of) ?? new TargetRoom<T>();
      rooms.set(topic.of, room);
      room.add(topic.equality, target);
    }
  }

  remove(topic: Topic, target: T): void {
    if (topic.kind === "everything") this.#everything.delete(target);
    else if (topic.kind === "documents") for (const name of topic.names) this.#removeDocument(name, target);
    else {
      const room = this.#rooms[topic.kind].get(topic.of);
      room?.remove(topic.equality, target);
      if (room?.isEmpty) this.#rooms[topic.kind].delete(topic.of);
    }
  }

  visit(change: Change, visit: Visit<T>): void {
    const { collection, group, full } = change.name;
    this.#rooms.collection.get(collection)?.visit(change, visit);
    this.#rooms.group.get(group)?.visit(change, visit);
    for (const target of this.#documents.get(full) ?? []) visit(target, change);
    for (const target of this.#everything) visit(target, change);
  }

  #addDocument(name: string, target: T): void {
    const set = this.#documents.get(name) ?? new Set();
    this.#documents.set(name, set.add(target));
  }

  #removeDocument(name: string, target: T): void {
    const set = this.#documents.get(name);
    if (set?.delete(target) && set.size === 0) this.#documents.delete(name);
  }
}
