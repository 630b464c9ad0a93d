import { Deadlock, type LockMode, type LockOwner, type Locks } from "./locks.ts";

/**
 * Takes several locks, in one order for everybody; undefined when that needed no waiting. What was taken stays taken when
 * it rejects.
 */
export function lockAll(
  locks: Locks,
  owner: LockOwner,
  keys: readonly string[],
  mode: LockMode,
  until: number,
): Promise<void> | undefined {
  const ordered = keys.length < 2 ? keys : [...keys].sort();
  for (const [index, key] of ordered.entries()) {
    const wait = locks.acquire(owner, key, mode, until);
    if (wait !== undefined) return lockRest(wait, locks, owner, ordered.slice(index + 1), mode, until);
  }
  return undefined;
}

/**
 * The same, shared, for a plain commit, which need not keep what it has while it waits: in a deadlock it lets go of
 * everything and starts again, behind those who waited for what it had.
 */
export async function lockForPlainCommit(
  wait: Promise<void>,
  locks: Locks,
  owner: LockOwner,
  keys: readonly string[],
  until: number,
): Promise<void> {
  try {
    await wait;
  } catch (error) {
    if (!(error instanceof Deadlock)) throw error;
    locks.release(owner);
    await new Promise((resolve) => setImmediate(resolve));
    const again = lockAll(locks, owner, keys, "shared", until);
    if (again !== undefined) await lockForPlainCommit(again, locks, owner, keys, until);
  }
}

async function lockRest(
  first: Promise<void>,
  locks: Locks,
  owner: LockOwner,
  rest: readonly string[],
  mode: LockMode,
  until: number,
): Promise<void> {
  await first;
  for (const key of rest) await locks.acquire(owner, key, mode, until);
}
