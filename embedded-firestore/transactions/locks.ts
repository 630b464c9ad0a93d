import { code, StatusError } from "../protocol/status.ts";

/** Who holds locks: a transaction, or one plain commit. */
export type LockOwner = { readonly held: Set<string>; waiting: Waiter | null };

/** Transactions hold documents alone; plain commits share them with each other. */
export type LockMode = "shared" | "exclusive";

export type Waiter = {
  readonly owner: LockOwner;
  readonly key: string;
  readonly mode: LockMode;
  /** Milliseconds since the epoch after which waiting is given up. */
  readonly until: number;
  resolve(): void;
  reject(error: Error): void;
};

type Lock = { mode: LockMode; readonly holders: Set<LockOwner>; readonly queue: Waiter[] };

/** The request would have closed a circle of owners that wait for each other. */
export class Deadlock extends StatusError {
  constructor() {
    super(code.aborted, "Transactions wait for each other's documents. Please retry.");
  }
}

export const newOwner = (): LockOwner => ({ held: new Set(), waiting: null });

/**
 * Document locks: first come, first served, with a bounded wait. A request that would close a circle of waiting owners is
 * refused at once with ABORTED. A shared lock does not become an exclusive one: who held it keeps what it has.
 */
export class Locks {
  readonly #locks = new Map<string, Lock>();
  readonly #waiters = new Set<Waiter>();

  /** Takes a lock; undefined when that needed no waiting. Rejects with ABORTED after `until` or for a deadlock. */
  acquire(owner: LockOwner, key: string, mode: LockMode, until: number): Promise<void> | undefined {
    if (owner.held.has(key)) return undefined;
    const lock = this.#locks.get(key);
    if (lock === undefined) {
      this.#locks.set(key, { mode, holders: new Set([owner]), queue: [] });
      owner.held.add(key);
      return undefined;
    }
    if (lock.queue.length === 0 && mode === "shared" && lock.mode === "shared") {
      grant(lock, owner, key, mode);
      return undefined;
    }
    if (this.#waitsOn(lock, owner)) return Promise.reject(new Deadlock());
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { owner, key, mode, until, resolve, reject };
      owner.waiting = waiter;
      lock.queue.push(waiter);
      this.#waiters.add(waiter);
    });
  }

  /** Gives everything back, and up what the owner waits for. */
  release(owner: LockOwner): void {
    if (owner.waiting !== null) this.#giveUp(owner.waiting, lost());
    for (const key of owner.held) {
      const lock = this.#locks.get(key);
      if (lock === undefined) continue;
      lock.holders.delete(owner);
      this.#advance(lock, key);
    }
    owner.held.clear();
  }

  /** Whether somebody waits for what this owner holds. */
  isWanted(owner: LockOwner): boolean {
    for (const key of owner.held) if ((this.#locks.get(key)?.queue.length ?? 0) > 0) return true;
    return false;
  }

  /** Gives up waits that lasted too long. `now` in milliseconds since the epoch. */
  expire(now: number): void {
    for (const waiter of this.#waiters) if (waiter.until <= now) this.#giveUp(waiter, waitedTooLong());
  }

  get waiting(): number {
    return this.#waiters.size;
  }

  #giveUp(waiter: Waiter, error: StatusError): void {
    const lock = this.#locks.get(waiter.key);
    this.#settle(waiter);
    waiter.reject(error);
    if (lock === undefined) return;
    lock.queue.splice(lock.queue.indexOf(waiter), 1);
    this.#advance(lock, waiter.key);
  }

  #advance(lock: Lock, key: string): void {
    for (let next = lock.queue[0]; next !== undefined; next = lock.queue[0]) {
      const isFree = lock.holders.size === 0 || (lock.mode === "shared" && next.mode === "shared");
      if (!isFree) return;
      lock.queue.shift();
      this.#settle(next);
      grant(lock, next.owner, key, next.mode);
      next.resolve();
    }
    if (lock.holders.size === 0) this.#locks.delete(key);
  }

  #settle(waiter: Waiter): void {
    waiter.owner.waiting = null;
    this.#waiters.delete(waiter);
  }

  /** Whether those who hold this lock, or wait for it, wait for `owner` in the end. */
  #waitsOn(start: Lock, owner: LockOwner): boolean {
    const seen = new Set<LockOwner>();
    const open = [...blockers(start)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === owner) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      const lock = next.waiting === null ? undefined : this.#locks.get(next.waiting.key);
      if (lock !== undefined) open.push(...blockers(lock));
    }
    return false;
  }
}

function grant(lock: Lock, owner: LockOwner, key: string, mode: LockMode): void {
  lock.mode = mode;
  lock.holders.add(owner);
  owner.held.add(key);
}

function* blockers(lock: Lock): Iterable<LockOwner> {
  yield* lock.holders;
  for (const waiter of lock.queue) yield waiter.owner;
}

const aborted = (message: string) => new StatusError(code.aborted, message);
const lost = () => aborted("The transaction ended while it waited for a document. Please retry.");
const waitedTooLong = () =>
  aborted("Transaction lock timeout: another transaction holds the document. Please retry.");
