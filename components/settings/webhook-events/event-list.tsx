"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import type { EventRow as Row } from "@/lib/domain/event-row";
import { EventRow } from "./event-row";

const steps: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

type Props = {
  rows: Row[];
  selected: ReadonlySet<string>;
  onSelect: (id: string, isSelected: boolean) => void;
  onFocusChange: (isInside: boolean) => void;
};

/** The rows. Arrows go from one to the next, Enter opens it, x selects it. */
export function EventList({ rows, selected, onSelect, onFocusChange }: Props) {
  const t = useTranslations("settings.webhookEvents");
  const list = useRef<HTMLUListElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>("[data-event-row]") ?? [])];
    const item = (event.target as HTMLElement).closest("li");
    const at = links.findIndex((link) => link.closest("li") === item);
    const step = steps[event.key];
    const id = links[at]?.dataset.eventRow;
    if (step) links[at + step]?.focus();
    else if (event.key === "x" && id) onSelect(id, !selected.has(id));
    else return;
    event.preventDefault();
  }

  return (
    <ul
      ref={list}
      aria-label={t("list")}
      onKeyDown={onKeyDown}
      onFocus={() => onFocusChange(true)}
      onBlur={(event) => onFocusChange(event.currentTarget.contains(event.relatedTarget))}
      className="divide-y divide-border border-y border-border"
    >
      {rows.map((row) => (
        <EventRow
          key={row.id}
          row={row}
          isSelected={selected.has(row.id)}
          onSelect={(isSelected) => onSelect(row.id, isSelected)}
        />
      ))}
    </ul>
  );
}
