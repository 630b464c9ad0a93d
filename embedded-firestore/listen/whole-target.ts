import type { Change, StoredDocument } from "../storage/storage.ts";
import { documentDelete, documentRemove } from "./listen-messages.ts";
import type { ListenedQuery } from "./listened-query.ts";
import type { ChangedDocument } from "./recent-commits.ts";
import type { Target, View } from "./target.ts";
import type { Topic } from "./target-registry.ts";

/** More changes than this while a client was away are not looked at one by one: it gets everything anew. */
const maxCatchUp = 1_000;

/** A document's way since the client last heard of it. */
type Step = { wasIn: boolean; isIn: boolean; after: StoredDocument | null };

/**
 * Listens to a query without a limit. It need not know its result: whether a document was in it and is in it can be told
 * from the document before and after a commit.
 */
export class WholeTarget implements Target {
  readonly id: number;
  readonly topic: Topic;
  readonly #query: ListenedQuery;
  #pending = new Map<string, Step>();

  constructor(id: number, query: ListenedQuery) {
    this.id = id;
    this.topic = query.topic;
    this.#query = query;
  }

  get backlog(): number {
    return this.#pending.size;
  }

  *load(view: View): Generator<Uint8Array> {
    this.#pending.clear();
    for (const document of this.#query.run(view.reader)) yield this.#query.change(view, this.id, document);
  }

  catchUp(changed: ReadonlyMap<string, ChangedDocument>, view: View): Uint8Array[] | null {
    const messages: Uint8Array[] = [];
    let looked = 0;
    for (const { name, existed } of changed.values()) {
      if (!this.#query.covers(name)) continue;
      if (++looked > maxCatchUp) return null;
      const after = view.reader.get(name);
      if (after || existed) messages.push(this.#message(view, name.full, after, this.#query.has(after)));
    }
    return messages;
  }

  note({ name, before, after }: Change): boolean {
    const isIn = this.#query.has(after);
    const wasIn = this.#pending.get(name.full)?.wasIn ?? this.#query.has(before);
    if (wasIn || isIn) this.#pending.set(name.full, { wasIn, isIn, after });
    else this.#pending.delete(name.full);
    return this.#pending.size > 0;
  }

  take(view: View): Iterable<Uint8Array> {
    const frozen = this.#pending;
    this.#pending = new Map();
    return this.#messages(view, frozen);
  }

  *#messages(view: View, steps: Map<string, Step>): Generator<Uint8Array> {
    for (const [full, step] of steps) yield this.#message(view, full, step.after, step.isIn);
  }

  #message(view: View, full: string, after: StoredDocument | null, isIn: boolean): Uint8Array {
    if (!after) return documentDelete(this.id, full, view.readTime);
    return isIn ? this.#query.change(view, this.id, after) : documentRemove(this.id, full, view.readTime);
  }
}
