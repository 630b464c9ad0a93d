"use client";
import {
  type ComponentProps,
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useRef,
  useState,
} from "react";

/** What an opened menu needs: its button, to stand beside and to give the focus back to. */
export type MenuPopupProps = {
  anchor: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

type Props = {
  trigger: ReactElement<ComponentProps<"button">>;
  /** Fetches the code of the menu; begun when a pointer or the focus comes near. */
  load: () => Promise<unknown>;
  children: (popup: MenuPopupProps) => ReactNode;
};

/** A button whose menu is fetched when it is wanted, so that pages do not carry menus nobody opened. */
export function MenuButton({ trigger, load, children }: Props) {
  const anchor = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const [isLoaded, setIsLoaded] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const preload = () => void load().catch(() => undefined);

  async function open() {
    await load();
    setIsLoaded(true);
    setIsOpen(true);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open().catch(() => undefined);
  }

  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
        onPointerEnter: preload,
        onFocus: preload,
        onPointerDown: () => {
          wasOpen.current = isOpen;
        },
        // A press outside has closed an open menu before this click comes.
        onClick: () => {
          if (!wasOpen.current) open().catch(() => undefined);
          wasOpen.current = false;
        },
        onKeyDown,
      })}
      {isLoaded ? children({ anchor, isOpen, onOpenChange: setIsOpen }) : null}
    </>
  );
}
