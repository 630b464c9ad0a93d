import { close, fdatasync, fdatasyncSync, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";

type Waiting = (error: Error | null) => void;

/**
 * Puts SQLite's write-ahead log on disk without stopping the event loop: requests go on being answered meanwhile. Those
 * who ask while a flush runs share the next one.
 */
export class DiskFlush {
  readonly #log: number;
  #waiting: Waiting[] = [];
  #running: Waiting[] | null = null;
  #isClosed = false;

  /** `file` is the data file; its log must be there. */
  constructor(file: string) {
    this.#log = openSync(`${file}-wal`, "r+");
    flushFolder(dirname(file));
  }

  get isIdle(): boolean {
    return this.#running === null && this.#waiting.length === 0;
  }

  /** Calls back when all that is in the log now is on disk, in the order of the calls. */
  request(done: Waiting): void {
    this.#waiting.push(done);
    this.#next();
  }

  /** Does at once what was asked for. */
  drain(): void {
    const asked = [...(this.#running ?? []), ...this.#waiting];
    this.#waiting = [];
    if (this.#running !== null) this.#running = [];
    if (asked.length === 0) return;
    let failure: Error | null = null;
    try {
      fdatasyncSync(this.#log);
    } catch (error) {
      failure = error as Error;
    }
    for (const done of asked) done(failure);
  }

  close(): void {
    this.#isClosed = true;
    if (this.#running === null) close(this.#log);
  }

  #next(): void {
    if (this.#running !== null || this.#waiting.length === 0) return;
    this.#running = this.#waiting;
    this.#waiting = [];
    fdatasync(this.#log, (error) => {
      const done = this.#running ?? [];
      this.#running = null;
      for (const one of done) one(error);
      if (this.#isClosed) close(this.#log);
      else this.#next();
    });
  }
}

/** So that the log's name is on disk too. Not every system can do this; those that cannot need not. */
function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    fsyncSync(handle);
    close(handle);
  } catch {
    return;
  }
}
