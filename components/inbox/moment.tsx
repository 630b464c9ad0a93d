"use client";
import { useReader } from "@/components/app-shell/use-reader";
import { useNow } from "@/lib/client/use-now";
import { clockTime, fullTime, listTime } from "./say-time";

type Props = {
  /** Epoch ms. */
  at: number;
  /** `list`: as far back as it needs; `clock`: the time of day. */
  as: "list" | "clock";
  className?: string;
};

/** A time as people say it, in full on hover. */
export function Moment({ at, as, className }: Props) {
  const reader = useReader();
  const now = useNow(60_000);
  return (
    <time dateTime={new Date(at).toISOString()} title={fullTime(at, reader)} className={className}>
      {as === "list" ? listTime(at, now, reader) : clockTime(at, reader)}
    </time>
  );
}
