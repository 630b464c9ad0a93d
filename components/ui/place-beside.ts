import { isRightToLeft } from "./reading-direction";

export type Side = "top" | "bottom" | "start" | "end";

const GAP_PX = 6;
const EDGE_PX = 8;
const opposite = { top: "bottom", bottom: "top", left: "right", right: "left" } as const;

/** Puts a fixed element beside a rectangle, on the other side where there is no room, and inside the window. */
export function placeBeside(floating: HTMLElement, anchor: DOMRect, asked: Side): void {
  const side = physical(asked, isRightToLeft(floating));
  const { width, height } = floating.getBoundingClientRect();
  const room = {
    top: anchor.top,
    bottom: window.innerHeight - anchor.bottom,
    left: anchor.left,
    right: window.innerWidth - anchor.right,
  };
  const needed = (side === "top" || side === "bottom" ? height : width) + GAP_PX + EDGE_PX;
  const chosen = room[side] >= needed || room[opposite[side]] < needed ? side : opposite[side];
  const middleX = anchor.left + (anchor.width - width) / 2;
  const middleY = anchor.top + (anchor.height - height) / 2;
  const spot = {
    top: { x: middleX, y: anchor.top - height - GAP_PX },
    bottom: { x: middleX, y: anchor.bottom + GAP_PX },
    left: { x: anchor.left - width - GAP_PX, y: middleY },
    right: { x: anchor.right + GAP_PX, y: middleY },
  }[chosen];
  floating.style.left = `${within(spot.x, window.innerWidth - width)}px`;
  floating.style.top = `${within(spot.y, window.innerHeight - height)}px`;
}

const within = (value: number, most: number) => Math.max(EDGE_PX, Math.min(value, most - EDGE_PX));

/** Where a side is on the screen, by the way the page is written. */
function physical(side: Side, isMirrored: boolean): keyof typeof opposite {
  if (side === "top" || side === "bottom") return side;
  return (side === "start") === isMirrored ? "right" : "left";
}
