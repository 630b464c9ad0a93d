"use client";
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { fit, panned, type View, zoomed } from "./zoom";

const STEP = 1.4;
const SWIPE_PX = 60;

/** Zoom and pan of the picture on a stage: wheel, pinch, drag, double press; at fit size a swipe turns the page. */
export function useZoom(stage: RefObject<HTMLElement | null>, onSwipe: (way: 1 | -1) => void) {
  const [view, setView] = useState<View>(fit);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const startX = useRef(0);
  const swiped = useRef(0);

  const size = () => {
    const box = stage.current?.getBoundingClientRect();
    return { width: box?.width ?? 1, height: box?.height ?? 1 };
  };
  const fromMiddle = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const box = stage.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
  };
  const zoomBy = (factor: number, point = { x: 0, y: 0 }) =>
    setView((now) => zoomed(now, factor, point, size()));

  // React listens to wheels passively, and the page must not scroll or zoom behind.
  useEffect(() => {
    const element = stage.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const point = fromMiddle(event);
      setView((now) => zoomed(now, Math.exp(-event.deltaY / 400), point, size()));
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  });

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    stage.current?.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    startX.current = event.clientX;
    swiped.current = 0;
  }

  function onPointerMove(event: PointerEvent) {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, now);
    if (other) {
      const middle = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 };
      zoomBy(distance(now, other) / Math.max(1, distance(before, other)), fromMiddle(middle));
      return;
    }
    swiped.current = event.clientX - startX.current;
    setView((known) => panned(known, { x: now.x - before.x, y: now.y - before.y }, size()));
  }

  function onPointerUp(event: PointerEvent) {
    const isSwipe = pointers.current.size === 1 && view.scale === 1 && Math.abs(swiped.current) > SWIPE_PX;
    pointers.current.delete(event.pointerId);
    if (isSwipe && event.type === "pointerup") onSwipe(swiped.current < 0 ? 1 : -1);
    swiped.current = 0;
  }

  return {
    view,
    reset: () => setView(fit),
    zoomIn: () => zoomBy(STEP),
    zoomOut: () => zoomBy(1 / STEP),
    pan: (x: number, y: number) => setView((now) => panned(now, { x, y }, size())),
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
      onDoubleClick: (event: { clientX: number; clientY: number }) =>
        view.scale > 1 ? setView(fit) : zoomBy(2.5, fromMiddle(event)),
    },
  };
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(a.x - b.x, a.y - b.y);
