"use client";
import { useCallback, useState } from "react";

/** Whether an element is on screen, such as the mark at the top of a list. Attach `ref` to it. */
export function useAtTop() {
  const [isAtTop, setIsAtTop] = useState(true);
  const ref = useCallback((mark: HTMLElement | null) => {
    if (!mark) return;
    const observer = new IntersectionObserver(([entry]) => setIsAtTop(entry?.isIntersecting ?? true));
    observer.observe(mark);
    return () => observer.disconnect();
  }, []);
  return { isAtTop, ref };
}
