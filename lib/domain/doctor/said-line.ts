import type { CheckState } from "./result";

/** A line in the words of who reads it. Times are epoch ms. */
export type SaidLine = {
  key: string;
  id: string;
  group: string;
  state: CheckState;
  /** It could not be looked at because of another line, which names it. */
  isConsequence: boolean;
  title: string;
  /** The channel, or the kind of channel, it is about. */
  subject: string | null;
  channelId: string | null;
  seen: string;
  why: string;
  fix: string | null;
  who: string;
  mend: { href: string; label: string; isOutside: boolean } | null;
  checkedAt: number;
  since: number;
  was: CheckState | null;
};

/** What a look tells while it goes on, one a line of JSON: the keys of the lines to come, each line, and that it is over. */
export type LookEvent =
  | { type: "begin"; keys: string[] }
  | { type: "line"; line: SaidLine }
  | { type: "end" }
  | { type: "failed" };

/** The lines with what a look has found so far: known ones in their place, new ones behind; those not looked at any more are gone when all was. */
export function withLine(lines: readonly SaidLine[], found: SaidLine): SaidLine[] {
  const isKnown = lines.some(({ key }) => key === found.key);
  return isKnown ? lines.map((line) => (line.key === found.key ? found : line)) : [...lines, found];
}

/** In the order of the look; lines that it does not know are left out. */
export function inOrder(lines: readonly SaidLine[], keys: readonly string[]): SaidLine[] {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}
