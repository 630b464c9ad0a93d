import type { Change, Micros, Reader, StoredDocument } from "../storage/storage.ts";
import type { ListenedQuery } from "./listened-query.ts";
import type { ChangedDocument } from "./recent-commits.ts";
import type { Topic } from "./target-registry.ts";

/** A state of the data that targets answer from. */
export type View = {
  reader: Reader;
  readTime: Micros;
  /** A query's whole result; targets that ask the same share it. */
  results(query: ListenedQuery): readonly StoredDocument[];
  /** The message that a document is in a target; targets of the same number share it. */
  change(target: number, document: StoredDocument): Uint8Array;
};

/**
 * What a client listens to. It holds what the client has yet to hear, by document: bounded by the documents there are, not
 * by the commits. Messages come lazily, as far as the client reads them.
 */
export interface Target {
  readonly id: number;
  readonly topic: Topic;
  /** Documents the client has yet to hear of. */
  readonly backlog: number;
  /** Everything there is. Until its end, `note` may be called, `take` not. Called again it starts anew. */
  load(view: View): Iterable<Uint8Array>;
  /**
   * What the client needs that knows the state before `changed`; null when that cannot be told (`load` then). Its messages
   * are for this view only, so they are all made at once.
   */
  catchUp(changed: ReadonlyMap<string, ChangedDocument>, view: View): Uint8Array[] | null;
  /** Keeps what a commit changed. True when the client has something to hear. */
  note(change: Change): boolean;
  /** What changed up to this view, the newest. What is noted later comes with the next call. */
  take(view: View): Iterable<Uint8Array>;
}
