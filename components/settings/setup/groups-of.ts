import type { SaidLine } from "@/lib/domain/doctor/said-line";

/** `title` null: that of the lines' group. */
export type LineGroup = { key: string; title: string | null; lines: SaidLine[] };

/** The lines by where they belong: server, store, app, then each channel by its name. In the order they come. Pure. */
export function groupsOf(lines: readonly SaidLine[]): LineGroup[] {
  const groups = new Map<string, LineGroup>();
  for (const line of lines) {
    const key = line.channelId ?? line.group;
    const group = groups.get(key) ?? { key, title: line.channelId ? line.subject : null, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What needs somebody, most urgent first. What only follows from another line is not among them. Pure. */
export function problemsOf(lines: readonly SaidLine[]): SaidLine[] {
  const order = { fail: 0, warn: 1, unknown: 2, pass: 3 };
  return lines
    .filter(({ state, isConsequence }) => state !== "pass" && !isConsequence)
    .sort((a, b) => order[a.state] - order[b.state]);
}

/** The anchor of a line. */
export const anchorOf = ({ key }: Pick<SaidLine, "key">): string =>
  `check-${key.replace(/[^a-zA-Z0-9_-]/g, "-")}`;
