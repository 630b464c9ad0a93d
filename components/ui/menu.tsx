"use client";
import { Menu as Base } from "@base-ui/react/menu";
import clsx from "clsx";
import type { ReactElement, ReactNode } from "react";
import type { MenuPopupProps } from "./menu-button";

type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  side?: "top" | "bottom" | "inline-start" | "inline-end";
  align?: "start" | "center" | "end";
  children: ReactNode;
};

export function Menu({ trigger, side, align, children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Popup side={side} align={align}>
        {children}
      </Popup>
    </Base.Root>
  );
}

type MenuPopupBoxProps = MenuPopupProps & Omit<MenuProps, "trigger">;

/** The menu of a `MenuButton`. */
export function MenuPopup({ anchor, isOpen, onOpenChange, ...rest }: MenuPopupBoxProps) {
  return (
    <Base.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Popup anchor={anchor} {...rest} />
    </Base.Root>
  );
}

type PopupProps = Omit<MenuProps, "trigger"> & { anchor?: MenuPopupProps["anchor"] };

function Popup({ anchor, side = "bottom", align = "start", children }: PopupProps) {
  return (
    <Base.Portal>
      <Base.Positioner anchor={anchor} side={side} align={align} sideOffset={6} className="z-40">
        <Base.Popup
          finalFocus={anchor}
          className="max-h-[min(24rem,var(--available-height))] max-w-72 min-w-44 overflow-y-auto rounded-lg border border-border bg-surface-raised p-1 text-text shadow-float transition-[opacity,transform] duration-120 ease-out outline-none data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

const itemClass =
  "flex w-full min-h-8 select-none items-center gap-2 rounded-control px-2 py-1 text-start text-base outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-surface-sunken max-wide:min-h-11";

type ItemProps = {
  children: ReactNode;
  icon?: ReactNode;
  onSelect: () => void;
  isDestructive?: boolean;
  isDisabled?: boolean;
};

export function MenuItem({ children, icon, onSelect, isDestructive = false, isDisabled = false }: ItemProps) {
  return (
    <Base.Item
      className={clsx(itemClass, isDestructive && "text-danger")}
      disabled={isDisabled}
      onClick={onSelect}
    >
      {icon}
      {children}
    </Base.Item>
  );
}

type LinkProps = { children: ReactNode; icon?: ReactNode; link: ReactElement };

export function MenuLink({ children, icon, link }: LinkProps) {
  return (
    <Base.LinkItem className={itemClass} render={link}>
      {icon}
      {children}
    </Base.LinkItem>
  );
}

type RadioProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: { value: string; label: string; icon?: ReactNode }[];
};

/** A choice of one inside a menu. */
export function MenuRadios({ label, value, onChange, options }: RadioProps) {
  return (
    <Base.RadioGroup aria-label={label} value={value} onValueChange={onChange}>
      {options.map((option) => (
        <Base.RadioItem
          key={option.value}
          value={option.value}
          closeOnClick
          className={clsx(itemClass, "data-[checked]:font-semibold")}
        >
          {option.icon}
          <span className="min-w-0 flex-1 truncate">{option.label}</span>
          <Base.RadioItemIndicator aria-hidden className="text-accent">
            ✓
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-border" />;
}
