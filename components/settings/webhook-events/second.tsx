"use client";
import { useReader } from "@/components/app-shell/use-reader";
import { fullTime, secondTime } from "@/components/inbox/say-time";

/** A moment to the second. Epoch ms. */
export function Second({ at }: { at: number }) {
  const reader = useReader();
  return (
    <time dateTime={new Date(at).toISOString()} title={fullTime(at, reader)}>
      {secondTime(at, reader)}
    </time>
  );
}
