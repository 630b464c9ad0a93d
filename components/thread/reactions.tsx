"use client";
import { useTranslations } from "next-intl";
import type { Reaction } from "@/lib/domain/message";

/** The emoji put on a message, overlapping its lower edge. */
export function Reactions({ reactions }: { reactions: readonly Reaction[] }) {
  const t = useTranslations("thread");
  const shown = reactions.filter(({ emoji }) => emoji !== "");
  if (shown.length === 0) return null;
  return (
    <ul className="-mt-1.5 flex gap-1 px-2">
      {shown.map(({ from, emoji }) => (
        <li
          key={`${from}${emoji}`}
          className="inline-flex h-6 items-center rounded-full border border-border bg-surface-raised px-1.5 text-sm"
        >
          <span role="img" aria-label={t("reactions", { who: from, emoji })}>
            {emoji}
          </span>
        </li>
      ))}
    </ul>
  );
}
