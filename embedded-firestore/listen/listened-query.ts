import type { WireQuery } from "../protocol/messages.ts";
import { matches } from "../query/match.ts";
import { projectedFieldBytes } from "../query/project.ts";
import { isInScope, type Query } from "../query/query.ts";
import { runQuery } from "../query/run-query.ts";
import { sortKey } from "../query/sort-key.ts";
import { toQuery } from "../query/to-query.ts";
import type { Reader, StoredDocument } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { equalityOf } from "./equality.ts";
import { documentChange } from "./listen-messages.ts";
import type { View } from "./target.ts";
import type { Topic } from "./target-registry.ts";

/** A query as targets use it. */
export class ListenedQuery {
  readonly query: Query;
  /** The same for the same query: what its results are shared by. */
  readonly key: string;
  readonly topic: Topic;
  readonly limit: number;
  readonly offset: number;
  readonly #isProjected: boolean;

  /** Throws INVALID_ARGUMENT for what Firestore refuses. */
  constructor(parent: string, wire: WireQuery) {
    this.query = toQuery(parent, wire);
    this.key = keyOf(this.query);
    this.topic = topicOf(this.query);
    this.limit = this.query.limit ?? Number.POSITIVE_INFINITY;
    this.offset = this.query.offset;
    this.#isProjected = this.query.select !== null;
  }

  run(reader: Reader): Iterable<StoredDocument> {
    return runQuery(reader, this.query);
  }

  /** Whether a document is in the query, its limit aside. */
  has(document: StoredDocument | null): boolean {
    return document !== null && matches(this.query, document.name, document.fields());
  }

  /** Whether a document of this name can be in the query at all. */
  covers(name: DocumentName): boolean {
    return isInScope(this.query, name);
  }

  sortKey(document: StoredDocument): Uint8Array {
    return sortKey(this.query, document.name, document.fields());
  }

  change(view: View, target: number, document: StoredDocument): Uint8Array {
    if (!this.#isProjected) return view.change(target, document);
    return documentChange(target, document, projectedFieldBytes(this.query, document));
  }
}

function topicOf(query: Query): Topic {
  const { scope, collection, collectionId } = query;
  const of = scope === "collection" ? collection : collectionId;
  if (scope === "kindless" || of === null) return { kind: "everything" };
  return { kind: scope, of, equality: equalityOf(query) };
}

function keyOf(query: Query): string {
  return JSON.stringify(query, (_, value: unknown) => {
    if (typeof value === "bigint") return ["integer", String(value)];
    if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
    if (value instanceof Uint8Array) return ["bytes", Buffer.from(value).toString("base64")];
    return value instanceof Map ? ["map", ...value] : value;
  });
}
