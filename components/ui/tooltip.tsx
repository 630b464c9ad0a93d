"use client";
import {
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { Kbd } from "./kbd";
import { placeBeside, type Side } from "./place-beside";

const OPEN_MS = 400;
const CLOSE_MS = 120;

type Props = {
  content: ReactNode;
  shortcut?: string;
  side?: Side;
  /** The one element it explains. It must have a name of its own: a tooltip is not read everywhere. */
  children: ReactElement;
};

/**
 * Explains an element on hover and on keyboard focus; Esc takes it away. Our own, since the library's brings 35 kB
 * of positioning into every page. What is not mere text also opens on a press and is tied to the element.
 */
export function Tooltip({ content, shortcut, side = "bottom", children }: Props) {
  const id = useId();
  const wrapper = useRef<HTMLSpanElement>(null);
  const popup = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [isOpen, setIsOpen] = useState(false);
  const isRich = typeof content !== "string";

  function turn(next: boolean, afterMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsOpen(next), afterMs);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    const anchor = wrapper.current?.firstElementChild;
    const floating = popup.current;
    if (!isOpen || !anchor || !floating) return;
    if (isRich) anchor.setAttribute("aria-describedby", id);
    floating.showPopover();
    placeBeside(floating, anchor.getBoundingClientRect(), side);
    const close = () => setIsOpen(false);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape") close();
    };
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("scroll", close, true);
    return () => {
      anchor.removeAttribute("aria-describedby");
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("scroll", close, true);
    };
  }, [isOpen, isRich, id, side]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what happens on the element inside
    <span
      ref={wrapper}
      className="contents"
      onPointerEnter={(event: PointerEvent) => event.pointerType !== "touch" && turn(true, OPEN_MS)}
      onPointerLeave={() => turn(false, CLOSE_MS)}
      onFocus={(event) => event.target.matches(":focus-visible") && turn(true, 0)}
      onBlur={() => turn(false, 0)}
      onPointerDown={() => turn(isRich, 0)}
    >
      {children}
      {isOpen ? (
        <span
          ref={popup}
          id={id}
          role="tooltip"
          popover="manual"
          className="pointer-events-none fixed inset-auto m-0 w-max max-w-96 items-center gap-2 rounded-control bg-text px-2 py-1 text-xs font-normal text-surface shadow-float open:flex"
        >
          {content}
          {shortcut ? <Kbd>{shortcut}</Kbd> : null}
        </span>
      ) : null}
    </span>
  );
}
