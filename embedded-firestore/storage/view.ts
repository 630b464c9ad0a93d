import type { CollectionTree } from "./collection-tree.ts";
import type { Connection } from "./connection.ts";
import type { DocumentCache } from "./document-cache.ts";
import type { Index } from "./index-catalogue.ts";
import type { IndexShape, Micros } from "./storage.ts";

/** What a reader reads from: a connection in some state of the data, and what is remembered of it. */
export type View = {
  connection: Connection;
  tree: CollectionTree;
  /** The newest versions; a view of an older state uses those that are not newer than itself. */
  cache: DocumentCache;
  /** Time of the last commit seen. */
  readTime(): Micros;
  /** Versions from the cache are good up to this time; endless for the latest state. */
  newest(): Micros;
  /** The index, made now if need be; null when this view cannot see it. */
  index(database: string, shape: IndexShape): Index | null;
};
