type Job = {
  id: string;
  keys: readonly string[];
  run: () => Promise<void>;
  done: () => void;
  isDone: Promise<void>;
};

type Limits = {
  concurrency: number;
  maxWaiting: number;
  /** Awaited before each job, for what has to go first. */
  before: () => Promise<void>;
};

/**
 * Runs jobs with bounded concurrency, in their order; jobs that share a key never at the same time.
 */
export class KeyedQueue {
  private readonly jobs = new Map<string, Job>();
  private readonly tails = new Map<string, Promise<void>>();
  private readonly ready: (() => void)[] = [];
  private running = 0;
  private readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** False when the queue is full; true also when the job is in it already. `run` must not reject. */
  add(
    id: string,
    keys: readonly string[],
    run: () => Promise<void>,
    options: { isForced?: boolean } = {},
  ): boolean {
    if (this.jobs.has(id)) return true;
    if (!options.isForced && this.jobs.size >= this.limits.maxWaiting) return false;
    const { promise, resolve } = Promise.withResolvers<void>();
    const job: Job = { id, keys, run, done: resolve, isDone: promise };
    this.jobs.set(id, job);
    void this.start(job);
    return true;
  }

  has(id: string): boolean {
    return this.jobs.has(id);
  }

  /** Resolves when these jobs are done; those that are not here count as done. */
  async idleOf(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => this.jobs.get(id)?.isDone));
  }

  async idle(): Promise<void> {
    while (this.jobs.size > 0) await this.idleOf([...this.jobs.keys()]);
  }

  private async start(job: Job): Promise<void> {
    const before = new Set(job.keys.map((key) => this.tails.get(key)).filter((tail) => tail !== undefined));
    for (const key of job.keys) this.tails.set(key, job.isDone);
    if (before.size > 0) await Promise.all(before);
    if (this.running >= this.limits.concurrency)
      await new Promise<void>((resolve) => this.ready.push(resolve));
    else this.running += 1;
    try {
      await this.limits.before();
      await job.run();
    } finally {
      this.finish(job);
    }
  }

  private finish(job: Job): void {
    for (const key of job.keys) if (this.tails.get(key) === job.isDone) this.tails.delete(key);
    this.jobs.delete(job.id);
    job.done();
    const next = this.ready.shift();
    if (next) next();
    else this.running -= 1;
  }
}
