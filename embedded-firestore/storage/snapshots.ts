import { code, StatusError } from "../protocol/status.ts";
import { Connection } from "./connection.ts";
import { FrozenView } from "./frozen-view.ts";
import type { MainState } from "./main-state.ts";
import type { Snapshot } from "./storage.ts";
import { ViewReader } from "./view-reader.ts";

const mostStates = 400;
const mostIdle = 8;

/** The snapshots that are open. Those of the same state share one connection. */
export class Snapshots {
  readonly #file: string;
  readonly #main: MainState;
  readonly #open = new Set<FrozenView>();
  readonly #idle: Connection[] = [];
  #newest: FrozenView | null = null;

  readonly #ended: () => void;

  /** `ended` is called when a state is no longer read. */
  constructor(file: string, main: MainState, ended: () => void) {
    this.#file = file;
    this.#main = main;
    this.#ended = ended;
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
        if (view.users > 0 || !this.#open.has(view)) return;
        this.#end(view);
        this.#ended();
      },
    });
  }

  /** Lets go of the snapshots of the newest state while `work` runs. Their users see nothing of it. */
  pauseNewest(work: () => void): void {
    const paused = [...this.#open].filter((view) => view.isNewest);
    for (const view of paused) view.pause();
    try {
      work();
    } finally {
      for (const view of paused) view.begin();
    }
  }

  /** Ends the snapshots of older states: who reads on is told ABORTED. */
  endOld(): void {
    for (const view of this.#open) if (!view.isNewest) this.#end(view);
  }

  close(): void {
    for (const view of this.#open) this.#end(view);
    for (const connection of this.#idle.splice(0)) connection.close();
  }

  #current(): FrozenView {
    if (this.#newest?.isNewest) return this.#newest;
    if (this.#open.size >= mostStates) {
      throw new StatusError(code.resourceExhausted, "Too many snapshots are open. Try again later.");
    }
    const connection = this.#idle.pop() ?? new Connection(this.#file, { isReadOnly: true, cacheKiB: 2048 });
    const view = new FrozenView(connection, this.#main);
    this.#open.add(view);
    this.#newest = view;
    return view;
  }

  #end(view: FrozenView): void {
    this.#open.delete(view);
    if (this.#newest === view) this.#newest = null;
    const connection = view.end();
    if (connection === null) return;
    if (this.#idle.length < mostIdle) this.#idle.push(connection);
    else connection.close();
  }
}
