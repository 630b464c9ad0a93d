import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkFile, damagedSentence } from "./check-file.ts";
import { CommitQueue } from "./commit-queue.ts";
import { Connection } from "./connection.ts";
import { dataFile } from "./data-file.ts";
import { DiskFlush } from "./disk-flush.ts";
import { lockFolder } from "./folder-lock.ts";
import { MainState } from "./main-state.ts";
import { migrate } from "./migrate.ts";
import { Snapshots } from "./snapshots.ts";
import { isDamage } from "./sql-error.ts";
import type { CommittedChanges, IndexShape, Snapshot, Storage, Writer } from "./storage.ts";
import { type StoreStats, statsOf } from "./store-stats.ts";
import { ViewReader } from "./view-reader.ts";
import { usualWalLimits, WalKeeper, type WalLimits } from "./wal-keeper.ts";

export type StorageOptions = {
  dir: string;
  /** "full": a commit is on disk when it is told; "normal": the last ones may be lost with the power. */
  synchronous: "full" | "normal";
  /** Hears of what goes wrong while nobody waits for it. */
  onProblem?: (problem: string, error?: unknown) => void;
  /** The disk did not take what commits wrote: only a new start tells what is there. */
  onDiskFailed?: () => void;
  /** How large the data file may grow; commits beyond it are refused as on a full disk. */
  maxBytes?: number;
  walLimits?: WalLimits;
};

export type OpenStorage = Storage & {
  stats(): StoreStats;
  /** Makes an index now, if it does not exist. */
  requireIndex(database: string, shape: IndexShape): void;
};

/** How long use counts may wait to be written: not with every commit, for that would make each larger. */
const usesWaitMs = 1000;

/**
 * Opens a folder's store, made when it is not there. Throws one plain sentence when the folder is in use, the file is
 * damaged, or a newer version wrote it.
 */
export function openStorage(options: StorageOptions): OpenStorage {
  mkdirSync(options.dir, { recursive: true });
  const lock = lockFolder(options.dir);
  try {
    return new SqliteStorage(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

class SqliteStorage implements OpenStorage {
  readonly latest: ViewReader;
  readonly #main: MainState;
  readonly #disk: DiskFlush | null;
  readonly #queue: CommitQueue;
  readonly #snapshots: Snapshots;
  readonly #wal: WalKeeper;
  readonly #listeners = new Set<(changes: CommittedChanges) => void>();
  readonly #lock: { release(): void };
  readonly #onProblem: (problem: string, error?: unknown) => void;
  #usesTimer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(options: StorageOptions, lock: { release(): void }) {
    const file = join(options.dir, dataFile);
    this.#lock = lock;
    this.#onProblem = options.onProblem ?? (() => {});
    this.#main = new MainState(openFile(file, options, this.#onProblem), () => this.#writeUsesSoon());
    this.#snapshots = new Snapshots(file, this.#main, () => this.#tendLog("snapshot"));
    const limits = options.walLimits ?? usualWalLimits;
    this.#wal = new WalKeeper(file, this.#main.connection, this.#snapshots, limits);
    this.#disk = options.synchronous === "full" ? new DiskFlush(file) : null;
    this.#queue = new CommitQueue(
      this.#main,
      {
        changed: (changes) => this.#notify(changes),
        flushed: () => this.#tendLog("commit"),
        diskFailed: (error) => {
          this.#onProblem("The disk failed: no more writes until the next start.", error);
          options.onDiskFailed?.();
        },
      },
      this.#disk,
    );
    this.latest = new ViewReader(this.#main);
  }

  openSnapshot(): Snapshot {
    return this.#snapshots.take();
  }

  commit<T>(database: string, work: (writer: Writer) => T): Promise<T> {
    if (this.#isClosed) return Promise.reject(new Error("The store is closed."));
    return this.#queue.commit(database, work);
  }

  onCommit(listener: (changes: CommittedChanges) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  noteQuery(database: string, production: readonly IndexShape[]): void {
    this.#main.uses.noteQuery(database, production);
  }

  requireIndex(database: string, shape: IndexShape): void {
    this.#main.requireIndex(database, shape);
  }

  async clear(database: string): Promise<void> {
    await this.#queue.commit(database, (writer) => writer.clear(database));
  }

  stats(): StoreStats {
    return statsOf(this.#main.connection);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#usesTimer !== null) clearTimeout(this.#usesTimer);
    this.#queue.drain();
    this.#writeUses();
    this.#snapshots.close();
    this.#disk?.close();
    this.#main.connection.close();
    this.#lock.release();
  }

  #writeUsesSoon(): void {
    this.#usesTimer ??= setTimeout(() => this.#writeUses(), usesWaitMs).unref();
  }

  #tendLog(after: "commit" | "snapshot"): void {
    try {
      this.#wal.tend(after);
    } catch (error) {
      this.#onProblem("The write-ahead log could not be emptied.", error);
    }
  }

  #writeUses(): void {
    this.#usesTimer = null;
    try {
      this.#main.writeUses();
    } catch (error) {
      this.#onProblem("The use counts of indexes could not be stored.", error);
    }
  }

  #notify(changes: CommittedChanges): void {
    for (const listener of this.#listeners) {
      try {
        listener(changes);
      } catch (error) {
        this.#onProblem("A listener failed after a commit.", error);
      }
    }
  }
}

function openFile(file: string, options: StorageOptions, onProblem: (problem: string) => void): Connection {
  let connection: Connection | null = null;
  try {
    connection = new Connection(file, { isReadOnly: false, cacheKiB: 32 * 1024 });
    checkFile(connection, file, onProblem);
    connection.exec("PRAGMA journal_mode = WAL");
    // Commits are put on disk by DiskFlush; SQLite orders what it does itself when it empties the log.
    connection.exec("PRAGMA synchronous = normal");
    connection.exec(`PRAGMA journal_size_limit = ${64 * 1024 * 1024}`);
    migrate(connection, file);
    if (options.maxBytes !== undefined) limitSize(connection, options.maxBytes);
    return connection;
  } catch (error) {
    connection?.close();
    throw isDamage(error) ? new Error(damagedSentence(file)) : error;
  }
}

function limitSize(connection: Connection, maxBytes: number): void {
  const pageBytes = Number(connection.get("PRAGMA page_size")?.[0]);
  connection.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / pageBytes))}`);
}
