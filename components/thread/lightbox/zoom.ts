/** How a picture is looked at: enlarged `scale` times about its middle, moved by `x`, `y` CSS pixels. */
export type View = { scale: number; x: number; y: number };
type Size = { width: number; height: number };
type Point = { x: number; y: number };

export const MAX_SCALE = 8;
export const fit: View = { scale: 1, x: 0, y: 0 };

/** Zoomed by a factor, with `point` (from the middle of the stage) staying where it is. Pure. */
export function zoomed(view: View, factor: number, point: Point, stage: Size): View {
  const scale = Math.min(MAX_SCALE, Math.max(1, view.scale * factor));
  const ratio = scale / view.scale;
  return bounded(
    { scale, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio },
    stage,
  );
}

/** Moved by so many pixels, never further than its edge. Pure. */
export function panned(view: View, by: Point, stage: Size): View {
  return bounded({ ...view, x: view.x + by.x, y: view.y + by.y }, stage);
}

function bounded({ scale, x, y }: View, stage: Size): View {
  const most = { x: ((scale - 1) * stage.width) / 2, y: ((scale - 1) * stage.height) / 2 };
  return { scale, x: clamp(x, most.x), y: clamp(y, most.y) };
}

// Adding 0 turns -0 into 0.
const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value)) + 0;
