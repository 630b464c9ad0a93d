import { CommitWriter } from "./commit-writer.ts";
import type { MainState } from "./main-state.ts";
import { isSqlError, toStatusError } from "./sql-error.ts";
import type { CommittedChanges } from "./storage.ts";

type Job = {
  database: string;
  work: (writer: CommitWriter) => unknown;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

/** How a job went; it is told only after the disk has it. */
type Outcome = {
  job: Job;
  value: unknown;
  error: unknown;
  hasFailed: boolean;
  changes: CommittedChanges | null;
};

/** Who hears of a commit on disk, and of a flush when all its commits are told. */
export type FlushListener = { changed(changes: CommittedChanges): void; flushed(): void };

/** A flush takes in no further job after this long. */
const longestFlushMs = 25;

/** Runs commits one after the other and puts those that wait together on disk with one flush. */
export class CommitQueue {
  readonly #state: MainState;
  readonly #listener: FlushListener;
  #waiting: Job[] = [];
  #isScheduled = false;

  constructor(state: MainState, listener: FlushListener) {
    this.#state = state;
    this.#listener = listener;
  }

  commit<T>(database: string, work: (writer: CommitWriter) => T): Promise<T> {
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
      for (const outcome of outcomes) this.#tell(outcome);
      this.#listener.flushed();
    } catch (error) {
      const reason = toStatusError(error);
      if (taken.length === 0) taken.push(...this.#waiting.splice(0));
      for (const job of taken) job.reject(reason);
    }
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** Runs all that waits, now. */
  drain(): void {
    while (this.#waiting.length > 0) this.flush();
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
    const until = performance.now() + longestFlushMs;
    const outcomes: Outcome[] = [];
    try {
      this.#state.begin();
      do {
        const job = this.#waiting.shift();
        if (job === undefined) break;
        taken.push(job);
        outcomes.push(this.#runJob(job));
      } while (performance.now() < until);
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

  #tell({ job, value, error, hasFailed, changes }: Outcome): void {
    if (changes !== null) this.#listener.changed(changes);
    if (hasFailed) job.reject(error);
    else job.resolve(value);
  }
}
