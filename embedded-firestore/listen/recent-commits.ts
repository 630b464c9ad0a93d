import type { CommittedChanges, Micros } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";

/** A document that changed since a version: whether it was there at that version. */
export type ChangedDocument = { name: DocumentName; existed: boolean };

type Entry = { database: string; commitTime: Micros; documents: ChangedDocument[] };

/** Which documents the last commits changed: names only, and a bounded number of them. */
export class RecentCommits {
  /** Commits after this version are here, all of them. */
  #since: Micros;
  #entries: Entry[] = [];
  /** Entries before this one are forgotten. */
  #start = 0;
  #documents = 0;
  readonly #maxDocuments: number;

  constructor(since: Micros, maxDocuments: number) {
    this.#since = since;
    this.#maxDocuments = maxDocuments;
  }

  add({ database, commitTime, changes }: CommittedChanges): void {
    const documents = changes.map(({ name, before }) => ({ name, existed: before !== null }));
    this.#entries.push({ database, commitTime, documents });
    this.#documents += documents.length;
    while (this.#documents > this.#maxDocuments) this.#forgetOldest();
  }

  /** What changed in a database after a version, by full name; null when that is not known any more. */
  changedSince(database: string, version: Micros): Map<string, ChangedDocument> | null {
    if (version < this.#since) return null;
    const changed = new Map<string, ChangedDocument>();
    for (let at = this.#firstAfter(version); at < this.#entries.length; at++) {
      const entry = this.#entries[at];
      if (entry?.database !== database) continue;
      for (const document of entry.documents)
        if (!changed.has(document.name.full)) changed.set(document.name.full, document);
    }
    return changed;
  }

  #firstAfter(version: Micros): number {
    let low = this.#start;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle]?.commitTime ?? 0) <= version) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #forgetOldest(): void {
    const oldest = this.#entries[this.#start];
    if (!oldest) return;
    this.#since = oldest.commitTime;
    this.#documents -= oldest.documents.length;
    this.#start++;
    if (this.#start * 2 < this.#entries.length) return;
    this.#entries = this.#entries.slice(this.#start);
    this.#start = 0;
  }
}
