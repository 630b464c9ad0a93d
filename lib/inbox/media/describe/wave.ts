const STEPS = 64;

/**
 * A sound in 64 steps, 0 to 100, from the loudness of its packets: each step is the mean of its part, the loudest
 * is 100, and quiet ones are lifted as ears hear them. Null for silence. Pure.
 */
export function waveOfLoudness(loudness: readonly number[]): number[] | null {
  const steps = stepsOf(loudness);
  const loudest = Math.max(0, ...steps);
  if (loudest < 0.0005) return null;
  return steps.map((step) => Math.round(Math.sqrt(step / loudest) * 100));
}

/**
 * The same from nothing but the sizes of the encoded packets, for codecs that are not decoded here. An
 * approximation: codecs spend few bytes on silence and many on speech. Null for sound of one constant size. Pure.
 */
export function waveOfSizes(packetSizes: readonly number[]): number[] | null {
  const steps = stepsOf(packetSizes);
  const ordered = [...steps].sort((a, b) => a - b);
  const low = ordered[Math.floor(STEPS * 0.05)] ?? 0;
  const high = ordered[Math.floor(STEPS * 0.95)] ?? 0;
  if (high - low < Math.max(2, high * 0.05)) return null;
  return steps.map((step) => Math.round(Math.min(1, Math.max(0, (step - low) / (high - low))) * 100));
}

function stepsOf(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  return Array.from({ length: STEPS }, (_, step) => {
    const from = Math.floor((step * values.length) / STEPS);
    const to = Math.max(from + 1, Math.floor(((step + 1) * values.length) / STEPS));
    const part = values.slice(from, to);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}
