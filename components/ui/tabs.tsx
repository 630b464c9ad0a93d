"use client";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { arrowStep } from "./reading-direction";

type Props<T extends string> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: { value: T; label: string; count?: number | null }[];
  /** What the chosen tab shows; one panel, since only one is ever seen. */
  children: ReactNode;
  className?: string;
};

/** Tabs: Tab reaches the chosen one, arrows choose its neighbours. */
export function Tabs<T extends string>({ label, value, onChange, tabs, children, className }: Props<T>) {
  const id = useId();
  const tabId = (tab: T) => `${id}${tab}`;

  function onKeyDown(event: KeyboardEvent) {
    const step = arrowStep(event.key, event.currentTarget);
    if (step === 0) return;
    // From the tab that has the focus: what is chosen may lag behind quick presses.
    const from = document.activeElement?.id;
    const at = tabs.findIndex((tab) => tabId(tab.value) === from);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    document.getElementById(tabId(next.value))?.focus();
  }

  return (
    <div className={className}>
      <div
        role="tablist"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="flex shrink-0 gap-1 border-b border-border px-3"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            id={tabId(tab.value)}
            type="button"
            role="tab"
            aria-selected={tab.value === value}
            aria-controls={`${id}panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2 text-sm text-text-muted transition-colors duration-150 hover:text-text focus-visible:-outline-offset-2 aria-selected:border-accent aria-selected:font-medium aria-selected:text-text max-wide:h-11"
          >
            {tab.label}
            {tab.count === undefined || tab.count === null ? null : (
              <span className="tabular text-xs text-text-muted">{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      <div
        id={`${id}panel`}
        role="tabpanel"
        aria-labelledby={tabId(value)}
        className="flex min-h-0 flex-1 flex-col"
      >
        {children}
      </div>
    </div>
  );
}
