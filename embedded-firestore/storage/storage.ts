import type { DocumentName } from "../values/document-name.ts";
import type { Fields } from "../values/value.ts";

/** Microseconds since the epoch, as a number: exact until the year 2255. */
export type Micros = number;

/** A document as stored. `fields()` decodes on first use and keeps the result. Never change what it returns. */
export type StoredDocument = {
  name: DocumentName;
  /** The field entries of a serialised google.firestore.v1.Document, without name and times. */
  fieldBytes: Uint8Array;
  fields(): Fields;
  createdAt: Micros;
  updatedAt: Micros;
};

/** One part of an index. The last part is always `__name__`. `contains` has one entry for each different array element. */
export type IndexPart = { path: string; mode: "asc" | "desc" | "contains" };

/**
 * What an index holds: the documents of a collection group that have every field named, one row for each combination,
 * ordered by the parts. `scope` says whether rows are set apart by collection, or run over all collections of that id.
 * `path` of a part is the canonical field path as Firestore writes it (`a.b`, `` `a.b`.c ``).
 */
export type IndexShape = { group: string; scope: "collection" | "group"; parts: readonly IndexPart[] };

/** A range of index keys, `from` inclusive, `to` exclusive; null is open. Keys are those of values/index-key.ts, without scope. */
export type KeyRange = { from: Uint8Array | null; to: Uint8Array | null };

/** An index row: its key (all parts, the name too) and its document, read when asked for. */
export type IndexRow = { key: Uint8Array; name: DocumentName; document(): StoredDocument };

export interface Reader {
  /** The version of the data seen: time of the last commit in it. */
  readTime(): Micros;
  get(name: DocumentName): StoredDocument | null;
  /**
   * Rows of an index in key order, or against it. `collection` is the collection's path for scope "collection", null for
   * "group". The index is made, from all documents of the group in this database, when it does not exist yet.
   */
  scan(
    of: { database: string; collection: string | null; shape: IndexShape },
    range: KeyRange,
    isReverse: boolean,
  ): Iterable<IndexRow>;
  /** How many rows `scan` would give, counted no further than `most` (Infinity counts all). Reads no documents. */
  count(
    of: { database: string; collection: string | null; shape: IndexShape },
    range: KeyRange,
    most: number,
  ): number;
  /** Ids of collections with at least one document below them, under a document (its path) or the root (""); sorted. */
  collectionIds(database: string, parent: string): string[];
  /** Ids in a collection, of documents and of missing ones that have descendants, in order, after an id, at most `limit`. */
  documentIds(database: string, collection: string, after: string | null, limit: number): string[];
}

/**
 * A reader that goes on seeing one state until it is closed. One of an old state may be ended when the log it needs has
 * become very long: then it throws ABORTED.
 */
export interface Snapshot extends Reader {
  close(): void;
}

export interface Writer extends Reader {
  /** This commit's time: later than every commit before it, across restarts too. */
  commitTime: Micros;
  /** Stores a document as of this commit. Its createdAt stays if it was there. */
  put(name: DocumentName, fields: Fields): void;
  delete(name: DocumentName): void;
}

export type Change = { name: DocumentName; before: StoredDocument | null; after: StoredDocument | null };
/** What one commit changed, one entry a document. */
export type CommittedChanges = { database: string; commitTime: Micros; changes: Change[] };

export interface Storage {
  /** Sees everything that is committed, at each call anew. */
  readonly latest: Reader;
  /** A state that stands still. At most a few hundred at once. */
  openSnapshot(): Snapshot;
  /**
   * Runs `work` alone, on the latest state, and resolves with what it returned once that is on disk. Several calls that
   * wait at the same time share one disk flush, each as a commit of its own. What `work` throws undoes its changes only.
   * A `work` that neither puts nor deletes takes no commit time. Throws StatusError RESOURCE_EXHAUSTED when the disk is full.
   */
  commit<T>(database: string, work: (writer: Writer) => T): Promise<T>;
  /**
   * Called for each commit as soon as readers see it and before its `commit` resolves, in commit order. Commits that were
   * made in one turn are told one after the other when all are done: `latest` may show later ones already. The disk gets
   * them a moment later: only losing the power in between can undo what was seen, and then nobody was told it is stored.
   */
  onCommit(listener: (changes: CommittedChanges) => void): () => void;
  /** Notes that a query ran: `production` are the indexes it would need in Google's Firestore that are not automatic there. */
  noteQuery(database: string, production: readonly IndexShape[]): void;
  /** Deletes every document of a database. */
  clear(database: string): Promise<void>;
  close(): void;
}
