import { code, StatusError } from "../protocol/status.ts";
import { CommitWriter } from "./commit-writer.ts";
import type { DiskFlush } from "./disk-flush.ts";
import type { MainState } from "./main-state.ts";
import { isSqlError, toStatusError } from "./sql-error.ts";
import type { CommittedChanges } from "./storage.ts";

type Job = {
  database: string;
  work: (writer: CommitWriter) => unknown;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

/** How a job went; who asked is told only after the disk has it. */
type Outcome = {
  job: Job;
  value: unknown;
  error: unknown;
  hasFailed: boolean;
  changes: CommittedChanges | null;
};

/** Who hears of a commit that readers see from now on, and of a turn when all its commits are told. */
export type FlushListener = {
  changed(changes: CommittedChanges): void;
  flushed(): void;
  /** The disk did not take what the log holds. */
  diskFailed(error: Error): void;
};

/**
 * A turn takes in no more: the first answers leave while the next jobs run. With larger turns, clients and store take
 * turns in waves and each waits for the other (50 writers at once: a third slower).
 */
const longestTurnMs = 2;
const mostJobsInTurn = 16;

/**
 * Runs commits one after the other, several to a turn, and answers them when the disk has them. The next turns run while
 * the disk is at work; all that they did goes to disk together then.
 */
export class CommitQueue {
  readonly #state: MainState;
  readonly #listener: FlushListener;
  readonly #disk: DiskFlush | null;
  #waiting: Job[] = [];
  #isScheduled = false;
  #hasDiskFailed = false;

  /** Without a disk flush, commits are answered when the operating system has them. */
  constructor(state: MainState, listener: FlushListener, disk: DiskFlush | null) {
    this.#state = state;
    this.#listener = listener;
    this.#disk = disk;
  }

  commit<T>(database: string, work: (writer: CommitWriter) => T): Promise<T> {
    if (this.#hasDiskFailed) return Promise.reject(diskFailed());
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ database, work, resolve: resolve as (value: unknown) => void, reject });
      this.#schedule();
    });
  }

  /** Runs what waits, now. */
  flush(): void {
    this.#isScheduled = false;
    const taken: Job[] = [];
    try {
      const outcomes = this.#run(taken);
      for (const { changes } of outcomes) if (changes !== null) this.#listener.changed(changes);
      this.#answer(outcomes);
      this.#listener.flushed();
    } catch (error) {
      const reason = toStatusError(error);
      if (taken.length === 0) taken.push(...this.#waiting.splice(0));
      for (const job of taken) job.reject(reason);
    }
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** Runs all that waits, now, and answers it. */
  drain(): void {
    while (this.#waiting.length > 0) this.flush();
    this.#disk?.drain();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      if (this.#isScheduled) this.flush();
    });
  }

  /** Jobs that were begun are in `taken`, also when the flush fails. */
  #run(taken: Job[]): Outcome[] {
    const until = performance.now() + longestTurnMs;
    const outcomes: Outcome[] = [];
    try {
      this.#state.begin();
      do {
        const job = this.#waiting.shift();
        if (job === undefined) break;
        taken.push(job);
        outcomes.push(this.#runJob(job));
      } while (taken.length < mostJobsInTurn && performance.now() < until);
      this.#state.commit();
      return outcomes;
    } catch (error) {
      this.#state.rollback();
      throw error;
    }
  }

  /** Throws only what SQLite says: then the whole flush is lost. */
  #runJob(job: Job): Outcome {
    const writer = new CommitWriter(this.#state);
    try {
      const value = job.work(writer);
      const changes = writer.finish();
      if (writer.hasTouched) this.#state.lastTime = writer.commitTime;
      const committed = { database: job.database, commitTime: writer.commitTime, changes };
      return { job, value, error: null, hasFailed: false, changes: changes.length > 0 ? committed : null };
    } catch (error) {
      if (isSqlError(error)) throw error;
      writer.undo();
      return { job, value: null, error, hasFailed: true, changes: null };
    }
  }

  /** What a commit was refused for, or read, may stand on others that are not on disk yet: all answers keep their order. */
  #answer(outcomes: Outcome[]): void {
    const isQuiet = outcomes.every(({ changes }) => changes === null) && this.#disk?.isIdle;
    if (this.#disk === null || isQuiet) {
      outcomes.forEach(tell);
      return;
    }
    this.#disk.request((error) => {
      if (error !== null) this.#giveUp(error);
      for (const outcome of outcomes) {
        if (error === null) tell(outcome);
        else outcome.job.reject(diskFailed());
      }
    });
  }

  #giveUp(error: Error): void {
    if (!this.#hasDiskFailed) this.#listener.diskFailed(error);
    this.#hasDiskFailed = true;
  }
}

function tell({ job, value, error, hasFailed }: Outcome): void {
  if (hasFailed) job.reject(error);
  else job.resolve(value);
}

/** What the disk did not take is in the store but may be lost: only a new start tells. */
const diskFailed = () =>
  new StatusError(
    code.unavailable,
    "The disk failed. The store takes no more writes until it is started again.",
  );
