import { code, StatusError } from "../protocol/status.ts";
import { CollectionTree } from "./collection-tree.ts";
import type { Connection } from "./connection.ts";
import type { DocumentCache } from "./document-cache.ts";
import type { Index } from "./index-catalogue.ts";
import type { MainState } from "./main-state.ts";
import type { IndexShape, Micros } from "./storage.ts";
import type { View } from "./view.ts";

/** A connection in a read transaction: a state that stands still until it is ended. */
export class FrozenView implements View {
  readonly tree: CollectionTree;
  readonly cache: DocumentCache;
  users = 0;
  readonly #main: MainState;
  readonly #connection: Connection;
  #time: Micros = 0;
  #lastIndex = 0;
  #isEnded = false;

  constructor(connection: Connection, main: MainState) {
    this.#connection = connection;
    this.tree = new CollectionTree(connection);
    this.cache = main.cache;
    this.#main = main;
    this.begin();
  }

  /** ABORTED when the view was ended. */
  get connection(): Connection {
    if (this.#isEnded) throw new StatusError(code.aborted, "This read took too long. Try again.");
    return this.#connection;
  }

  get isNewest(): boolean {
    return !this.#isEnded && this.#time === this.#main.readTime() && !this.#main.isInTransaction;
  }

  readTime(): Micros {
    return this.#time;
  }

  newest(): Micros {
    return this.#time;
  }

  /** An index made since is seen only by beginning again, which must not change the state. */
  index(database: string, shape: IndexShape): Index | null {
    const index = this.#main.index(database, shape);
    if (index.id <= this.#lastIndex) return index;
    if (!this.isNewest) return null;
    this.pause();
    this.begin();
    return index;
  }

  begin(): void {
    this.#connection.run("BEGIN");
    this.#time = Number(this.#connection.get("SELECT value FROM meta WHERE name = 'commit_time'")?.[0]);
    this.#lastIndex = Number(this.#connection.get("SELECT max(id) FROM shapes")?.[0] ?? 0);
  }

  /** Lets go of the state; only while it is the newest one it is the same after `begin`. */
  pause(): void {
    this.#connection.run("ROLLBACK");
  }

  /** Lets go of the state for good; gives the connection back, the first time. */
  end(): Connection | null {
    if (this.#isEnded) return null;
    this.#isEnded = true;
    this.pause();
    return this.#connection;
  }
}
