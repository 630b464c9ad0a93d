"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

type Props<T extends string> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: { value: T; label: string; count?: number | null }[];
  /** What the chosen tab shows; one panel, since only one is ever seen. */
  children: ReactNode;
  className?: string;
};

export function Tabs<T extends string>({ label, value, onChange, tabs, children, className }: Props<T>) {
  return (
    <Base.Root value={value} onValueChange={onChange} className={className}>
      <Base.List aria-label={label} className="flex shrink-0 gap-1 border-b border-border px-3">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2 text-sm text-text-muted transition-colors duration-150 hover:text-text focus-visible:-outline-offset-2 data-[active]:border-accent data-[active]:font-medium data-[active]:text-text max-wide:h-11"
          >
            {tab.label}
            {tab.count === undefined || tab.count === null ? null : (
              <span className="tabular text-xs text-text-muted">{tab.count}</span>
            )}
          </Base.Tab>
        ))}
      </Base.List>
      <Base.Panel
        value={value}
        keepMounted
        tabIndex={-1}
        className="flex min-h-0 flex-1 flex-col outline-none"
      >
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
