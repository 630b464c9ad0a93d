/** The p-th percentile of some figures (nearest rank). NaN when there are none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1))] ?? Number.NaN
  );
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** Runs a task over and over from `width` places at once until `count` have run; milliseconds each took. */
export async function timeMany(
  count: number,
  width: number,
  task: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  const worker = async () => {
    for (;;) {
      const index = next++;
      if (index >= count) return;
      const start = performance.now();
      await task(index);
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return took;
}
