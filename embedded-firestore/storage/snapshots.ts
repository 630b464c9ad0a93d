import { code, StatusError } from "../protocol/status.ts";
import { CollectionTree } from "./collection-tree.ts";
import { Connection } from "./connection.ts";
import type { Index } from "./index-catalogue.ts";
import type { MainState } from "./main-state.ts";
import type { IndexShape, Micros, Snapshot } from "./storage.ts";
import type { View } from "./view.ts";
import { ViewReader } from "./view-reader.ts";

const mostStates = 400;
const mostIdle = 8;

/** States that stand still. Snapshots of the same state share one connection. */
export class Snapshots {
  readonly #file: string;
  readonly #main: MainState;
  readonly #open = new Set<FrozenView>();
  readonly #idle: Connection[] = [];
  #newest: FrozenView | null = null;

  constructor(file: string, main: MainState) {
    this.#file = file;
    this.#main = main;
  }

  take(): Snapshot {
    const view = this.#current();
    view.users += 1;
    let isOpen = true;
    return Object.assign(new ViewReader(view), {
      close: () => {
        if (!isOpen) return;
        isOpen = false;
        view.users -= 1;
        if (view.users === 0) this.#release(view);
      },
    });
  }

  close(): void {
    for (const view of this.#open) view.connection.close();
    for (const connection of this.#idle) connection.close();
    this.#open.clear();
    this.#idle.length = 0;
    this.#newest = null;
  }

  #current(): FrozenView {
    const newest = this.#newest;
    if (newest !== null && newest.time === this.#main.readTime()) return newest;
    if (this.#open.size >= mostStates) {
      throw new StatusError(code.resourceExhausted, "Too many snapshots are open. Try again later.");
    }
    const connection = this.#idle.pop() ?? new Connection(this.#file, { isReadOnly: true, cacheKiB: 2048 });
    const view = new FrozenView(connection, this.#main);
    this.#open.add(view);
    this.#newest = view;
    return view;
  }

  #release(view: FrozenView): void {
    this.#open.delete(view);
    if (this.#newest === view) this.#newest = null;
    view.connection.run("ROLLBACK");
    if (this.#idle.length < mostIdle) this.#idle.push(view.connection);
    else view.connection.close();
  }
}

/** A connection in a read transaction. */
class FrozenView implements View {
  readonly connection: Connection;
  readonly tree: CollectionTree;
  readonly cache: MainState["cache"];
  readonly #main: MainState;
  time: Micros = 0;
  users = 0;
  #lastIndex = 0;

  constructor(connection: Connection, main: MainState) {
    this.connection = connection;
    this.tree = new CollectionTree(connection);
    this.cache = main.cache;
    this.#main = main;
    this.begin();
  }

  /** Stands still from now on. */
  begin(): void {
    this.connection.run("BEGIN");
    this.time = Number(this.connection.get("SELECT value FROM meta WHERE name = 'commit_time'")?.[0]);
    this.#lastIndex = Number(this.connection.get("SELECT max(id) FROM shapes")?.[0] ?? 0);
  }

  readTime(): Micros {
    return this.time;
  }

  newest(): Micros {
    return this.time;
  }

  /** An index made since is seen only by beginning again, which must not change the state. */
  index(database: string, shape: IndexShape): Index | null {
    const index = this.#main.index(database, shape);
    if (index.id <= this.#lastIndex) return index;
    if (this.#main.readTime() !== this.time || this.#main.connection.db.isTransaction) return null;
    this.connection.run("ROLLBACK");
    this.begin();
    return index;
  }
}
