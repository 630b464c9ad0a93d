export const MAX_WIDTH = 320;
const MAX_HEIGHT = 380;
const MIN_SIDE = 96;
/** Of a picture whose size is not known yet. */
const UNKNOWN = { width: 240, height: 180 };

type Sized = { width: number | null; height: number | null };

/**
 * The place of a picture or video in the thread, in CSS pixels, kept before it loads. Never enlarged, at least 96
 * on a side, so that very long ones are cropped. Pure.
 */
export function frameSize(
  file: Sized | undefined | null,
  maxHeight: number = MAX_HEIGHT,
): { width: number; height: number } {
  const { width, height } = file ?? {};
  if (!width || !height || width <= 0 || height <= 0) return UNKNOWN;
  const scale = Math.min(1, MAX_WIDTH / width, maxHeight / height);
  return { width: within(width * scale, MAX_WIDTH), height: within(height * scale, maxHeight) };
}

const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(MIN_SIDE, value)));
