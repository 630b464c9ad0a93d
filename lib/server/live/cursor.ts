import { z } from "zod";

/** Where in the feed something is: commit time (µs) and row id. The same on every instance. */
export type LiveCursor = { atMicros: number; id: string };

const Text = z.string().regex(/^\d{1,16}\.[0-9A-Za-z]{1,40}$/);

/** Reads a resume cursor `<at µs>.<row id>`; null for anything else. */
export function parseLiveCursor(text: string | null | undefined): LiveCursor | null {
  const parsed = Text.safeParse(text);
  if (!parsed.success) return null;
  const dot = parsed.data.indexOf(".");
  return { atMicros: Number(parsed.data.slice(0, dot)), id: parsed.data.slice(dot + 1) };
}

export function formatLiveCursor({ atMicros, id }: LiveCursor): string {
  return `${atMicros}.${id}`;
}

/** The cursor of a moment (epoch ms). A page takes it before its reads, and streams from there. */
export function liveCursor(at: number = Date.now()): string {
  return formatLiveCursor({ atMicros: Math.max(0, Math.trunc(at)) * 1_000, id: "0" });
}

/** In feed order. */
export function compareLiveCursors(a: LiveCursor, b: LiveCursor): number {
  if (a.atMicros !== b.atMicros) return a.atMicros - b.atMicros;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
