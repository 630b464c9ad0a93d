import { statSync } from "node:fs";
import type { Connection } from "./connection.ts";
import type { Snapshots } from "./snapshots.ts";

/** From `soft` bytes on the log is emptied as soon as that hurts nobody; from `hard` bytes on old snapshots give way. */
export type WalLimits = { soft: number; hard: number };

export const usualWalLimits: WalLimits = { soft: 64 * 1024 * 1024, hard: 1024 * 1024 * 1024 };

/** Commits between two looks at the log. */
const lookEvery = 32;

/**
 * Keeps SQLite's write-ahead log from growing without end. SQLite empties it by itself when nobody reads from it; under
 * constant readers somebody always does. Snapshots of the newest state can begin again unnoticed, on the emptied log;
 * those of older states cannot, and are ended when the log has become very long.
 */
export class WalKeeper {
  readonly #log: string;
  readonly #connection: Connection;
  readonly #snapshots: Snapshots;
  readonly #limits: WalLimits;
  #commits = 0;
  #isLong = false;

  constructor(file: string, connection: Connection, snapshots: Snapshots, limits: WalLimits) {
    this.#log = `${file}-wal`;
    this.#connection = connection;
    this.#snapshots = snapshots;
    this.#limits = limits;
  }

  /** After a commit, and when a snapshot is closed: perhaps it was the last of an old state. */
  tend(after: "commit" | "snapshot"): void {
    if (after === "commit") this.#commits += 1;
    const isDue = after === "snapshot" ? this.#isLong : this.#commits % lookEvery === 0;
    if (!isDue || this.#size() < this.#limits.soft) return;
    this.#snapshots.pauseNewest(() => this.#empty());
    if (this.#size() >= this.#limits.hard) {
      this.#snapshots.endOld();
      this.#snapshots.pauseNewest(() => this.#empty());
    }
    this.#isLong = this.#size() >= this.#limits.soft;
  }

  /** Does what it can at once: it must not wait for readers of other processes. */
  #empty(): void {
    this.#connection.exec("PRAGMA busy_timeout = 0");
    try {
      this.#connection.get("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      this.#connection.exec("PRAGMA busy_timeout = 5000");
    }
  }

  #size(): number {
    return statSync(this.#log, { throwIfNoEntry: false })?.size ?? 0;
  }
}
