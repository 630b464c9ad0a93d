const inFlight = new Map<string, Promise<unknown>>();

/** One run for all who ask for the same thing while it is under way. Nothing is kept once it is done. */
export function shareInFlight<T>(key: string, run: () => Promise<T>): Promise<T> {
  const known = inFlight.get(key);
  if (known) return known as Promise<T>;
  const mine = run().finally(() => inFlight.delete(key));
  inFlight.set(key, mine);
  return mine;
}
