const STEPS = 64;

/**
 * The loudness of a sound in 64 steps, 0 to 100, from the sizes of its encoded packets. An approximation that needs
 * no decoder: Opus spends few bytes on silence and many on speech. Null for sound of one constant size. Pure.
 */
export function waveOf(packetSizes: readonly number[]): number[] | null {
  if (packetSizes.length === 0) return null;
  const means = Array.from({ length: STEPS }, (_, step) => meanOfStep(packetSizes, step));
  const ordered = [...means].sort((a, b) => a - b);
  const low = ordered[Math.floor(STEPS * 0.05)] ?? 0;
  const high = ordered[Math.floor(STEPS * 0.95)] ?? 0;
  if (high - low < Math.max(2, high * 0.05)) return null;
  return means.map((mean) => Math.round(Math.min(1, Math.max(0, (mean - low) / (high - low))) * 100));
}

function meanOfStep(sizes: readonly number[], step: number): number {
  const from = Math.floor((step * sizes.length) / STEPS);
  const to = Math.max(from + 1, Math.floor(((step + 1) * sizes.length) / STEPS));
  const part = sizes.slice(from, to);
  return part.reduce((sum, size) => sum + size, 0) / part.length;
}
