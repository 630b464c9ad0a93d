"use client";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { sayDuration } from "./say-duration";

type Props = {
  /** Loudness in steps, 0 to 100; null draws a plain line. */
  wave: readonly number[] | null;
  positionMs: number;
  durationMs: number | null;
  onSeek: (positionMs: number) => void;
};

const HEIGHT = 24;
const STEP_MS = 5_000;

/** Where a sound is, over its wave; a range input underneath does pointer, touch and keyboard. */
export function SeekBar({ wave, positionMs, durationMs, onSeek }: Props) {
  const t = useTranslations("media");
  const total = durationMs ?? 0;
  const part = total > 0 ? Math.min(1, positionMs / total) : 0;
  const stepMs = Math.max(500, Math.min(STEP_MS, total / 10));

  function onKeyDown(event: KeyboardEvent) {
    const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (!way || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    onSeek(Math.min(total, Math.max(0, positionMs + way * stepMs)));
  }

  return (
    <div
      dir="ltr"
      className="relative h-6 rounded has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus"
    >
      {wave && wave.length > 0 ? <Bars wave={wave} part={part} /> : <Line part={part} />}
      <input
        type="range"
        aria-label={t("position")}
        aria-valuetext={t("positionOf", { position: sayDuration(positionMs), duration: sayDuration(total) })}
        min={0}
        max={Math.max(1, Math.round(total))}
        step={10}
        value={Math.round(positionMs)}
        disabled={total === 0}
        onChange={(event) => onSeek(event.currentTarget.valueAsNumber)}
        onKeyDown={onKeyDown}
        className="absolute inset-0 m-0 h-full w-full cursor-pointer opacity-0 outline-none disabled:cursor-default"
      />
    </div>
  );
}

function Bars({ wave, part }: { wave: readonly number[]; part: number }) {
  const step = 100 / wave.length;
  return (
    <svg
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-full w-full"
    >
      {wave.map((value, index) => {
        const height = Math.max(2, (Math.min(100, Math.max(0, value)) / 100) * HEIGHT);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: bars never move
            key={index}
            x={index * step + step * 0.2}
            y={(HEIGHT - height) / 2}
            width={step * 0.6}
            height={height}
            className={(index + 0.5) / wave.length <= part ? "fill-accent" : "fill-text-muted/50"}
          />
        );
      })}
    </svg>
  );
}

function Line({ part }: { part: number }) {
  return (
    <div className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 overflow-hidden rounded-full bg-text-muted/30">
      <div className="h-full bg-accent" style={{ width: `${part * 100}%` }} />
    </div>
  );
}
