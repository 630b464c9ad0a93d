"use client";
import { useEffect, useEffectEvent, useRef } from "react";

/** How loud it is, as a bar; it moves by itself, without drawing anything anew. */
export function LevelMeter({ level, label }: { level: () => number; label: string }) {
  const bar = useRef<HTMLSpanElement>(null);
  const read = useEffectEvent(level);
  useEffect(() => {
    let frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);

    function draw() {
      if (bar.current) bar.current.style.transform = `scaleX(${read().toFixed(3)})`;
      frame = requestAnimationFrame(draw);
    }
  }, []);
  return (
    <span
      role="img"
      aria-label={label}
      className="block h-1.5 min-w-16 flex-1 overflow-hidden rounded-full bg-border"
    >
      <span ref={bar} className="block h-full w-full origin-left scale-x-0 bg-accent rtl:origin-right" />
    </span>
  );
}
