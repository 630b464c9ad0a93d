import type { Change, Micros, StoredDocument } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { compareBytes } from "../values/order.ts";
import { documentDelete, documentRemove } from "./listen-messages.ts";
import type { ListenedQuery } from "./listened-query.ts";
import type { ChangedDocument } from "./recent-commits.ts";
import type { Target, View } from "./target.ts";
import type { Topic } from "./target-registry.ts";

type Place = { key: Uint8Array; name: DocumentName; updatedAt: Micros };
/** A document that changed: where it would stand now, null when it is not in the query any more. */
type Touched = { place: Place | null; after: StoredDocument | null };

/**
 * Listens to a query with a limit or an offset. It remembers which documents the client has and their order. What changes
 * in the window and before its end is worked out from the commits; only when too few are left of what is known to come
 * first, the query runs again.
 */
export class WindowTarget implements Target {
  readonly id: number;
  readonly topic: Topic;
  readonly #query: ListenedQuery;
  /** In result order. */
  #window: Place[] = [];
  #members = new Map<string, Place>();
  #touched = new Map<string, Touched>();
  #mustRerun = false;
  #isLoading = true;

  constructor(id: number, query: ListenedQuery) {
    this.id = id;
    this.topic = query.topic;
    this.#query = query;
  }

  get backlog(): number {
    return this.#touched.size + (this.#mustRerun ? this.#window.length : 0);
  }

  *load(view: View): Generator<Uint8Array> {
    this.#isLoading = true;
    this.#mustRerun = false;
    const window: Place[] = [];
    for (const document of this.#query.run(view.reader)) {
      window.push(this.#place(document));
      yield this.#query.change(view, this.id, document);
    }
    this.#setWindow(window);
    this.#isLoading = false;
  }

  /** Which documents the client's window had is not known, so nothing can be told unless nothing happened. */
  catchUp(changed: ReadonlyMap<string, ChangedDocument>, view: View): Uint8Array[] | null {
    for (const { name } of changed.values()) if (this.#query.covers(name)) return null;
    this.#setWindow(view.results(this.#query).map((document) => this.#place(document)));
    this.#isLoading = false;
    return [];
  }

  note(change: Change): boolean {
    if (this.#mustRerun) return true;
    const { after } = change;
    const isIn = this.#query.has(after);
    if (this.#isLoading || this.#query.offset > 0) {
      this.#mustRerun = isIn || this.#query.has(change.before);
      return this.#mustRerun;
    }
    const place = after && isIn ? this.#place(after) : null;
    this.#touch(change.name.full, place, after);
    return this.#mustRerun || this.#touched.size > 0;
  }

  take(view: View): Iterable<Uint8Array> {
    const touched = this.#touched;
    const window = this.#mustRerun ? null : this.#nextWindow();
    this.#touched = new Map();
    this.#mustRerun = false;
    if (window) return this.#difference(view, window, (full) => touched.get(full)?.after ?? null);
    const documents = new Map(view.results(this.#query).map((document) => [document.name.full, document]));
    const rerun = Array.from(documents.values(), (document) => this.#place(document));
    return this.#difference(view, rerun, (full) => documents.get(full) ?? null);
  }

  #touch(full: string, place: Place | null, after: StoredDocument | null): void {
    const isMember = this.#members.has(full);
    if (isMember || (place && !this.#isBeyond(place))) this.#touched.set(full, { place, after });
    else this.#touched.delete(full);
    if (this.#touched.size <= 2 * this.#query.limit + 100) return;
    this.#mustRerun = true;
    this.#touched.clear();
  }

  /** After the last place of a full window there are documents this target does not know. */
  #isBeyond(place: Place): boolean {
    const last = this.#window.length >= this.#query.limit ? this.#window.at(-1) : undefined;
    return last !== undefined && compareBytes(place.key, last.key) > 0;
  }

  /** The window as the commits changed it; null when documents it does not know belong in it now. */
  #nextWindow(): Place[] | null {
    const { limit } = this.#query;
    const next = this.#window.filter((place) => !this.#touched.has(place.name.full));
    for (const { place } of this.#touched.values()) if (place && !this.#isBeyond(place)) next.push(place);
    if (this.#window.length >= limit && next.length < limit) return null;
    next.sort((one, other) => compareBytes(one.key, other.key));
    return next.slice(0, limit);
  }

  /** Puts the new window in place and says what the client does not know of it. */
  #difference(view: View, window: Place[], document: (full: string) => StoredDocument | null): Uint8Array[] {
    const before = this.#members;
    this.#setWindow(window);
    const messages: Uint8Array[] = [];
    for (const full of before.keys())
      if (!this.#members.has(full)) messages.push(this.#gone(view, before.get(full)));
    for (const [full, place] of this.#members) {
      const known = before.get(full);
      const now = known?.updatedAt === place.updatedAt ? null : document(full);
      if (now) messages.push(this.#query.change(view, this.id, now));
    }
    return messages;
  }

  #gone(view: View, place: Place | undefined): Uint8Array {
    const full = place?.name.full ?? "";
    if (place && view.reader.get(place.name)) return documentRemove(this.id, full, view.readTime);
    return documentDelete(this.id, full, view.readTime);
  }

  #place(document: StoredDocument): Place {
    return { key: this.#query.sortKey(document), name: document.name, updatedAt: document.updatedAt };
  }

  #setWindow(window: Place[]): void {
    this.#window = window;
    this.#members = new Map(window.map((place) => [place.name.full, place]));
  }
}
