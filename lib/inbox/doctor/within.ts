export const LATE = Symbol("late");

/** What the promise comes to, or `LATE` after so many ms; it is not waited for any longer, and may fail unseen. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T | typeof LATE> {
  promise.catch(() => undefined);
  const { promise: late, resolve } = Promise.withResolvers<typeof LATE>();
  const timer = setTimeout(() => resolve(LATE), ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
