import type { Change, StoredDocument } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { documentDelete } from "./listen-messages.ts";
import type { ChangedDocument } from "./recent-commits.ts";
import type { Target, View } from "./target.ts";
import type { Topic } from "./target-registry.ts";

/** Listens to documents by name, whether they are there or not. */
export class DocumentTarget implements Target {
  readonly id: number;
  readonly topic: Topic;
  readonly #names = new Map<string, DocumentName>();
  #pending = new Map<string, StoredDocument | null>();

  constructor(id: number, names: readonly DocumentName[]) {
    this.id = id;
    for (const name of names) this.#names.set(name.full, name);
    this.topic = { kind: "documents", names: [...this.#names.keys()] };
  }

  get backlog(): number {
    return this.#pending.size;
  }

  *load(view: View): Generator<Uint8Array> {
    this.#pending.clear();
    for (const name of this.#names.values()) yield this.#message(view, name.full, view.reader.get(name));
  }

  catchUp(changed: ReadonlyMap<string, ChangedDocument>, view: View): Uint8Array[] {
    const touched = [...this.#names.values()].filter((name) => changed.has(name.full));
    return touched.map((name) => this.#message(view, name.full, view.reader.get(name)));
  }

  note(change: Change): boolean {
    this.#pending.set(change.name.full, change.after);
    return true;
  }

  take(view: View): Iterable<Uint8Array> {
    const frozen = this.#pending;
    this.#pending = new Map();
    return this.#messages(view, frozen);
  }

  *#messages(view: View, documents: Map<string, StoredDocument | null>): Generator<Uint8Array> {
    for (const [full, document] of documents) yield this.#message(view, full, document);
  }

  #message(view: View, full: string, document: StoredDocument | null): Uint8Array {
    return document ? view.change(this.id, document) : documentDelete(this.id, full, view.readTime);
  }
}
