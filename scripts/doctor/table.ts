import { stripVTControlCharacters, styleText } from "node:util";
import { type CheckState, countStates } from "@/lib/domain/doctor/result";
import type { SaidLine } from "@/lib/domain/doctor/said-line";
import type { Voice } from "@/lib/server/doctor/say-line";

const ROOT = "settings.setup";
const colours = { pass: "green", warn: "yellow", fail: "red", unknown: "gray" } as const;

type Look = { hasColour: boolean; columns: number };

/** The lines as a table for a terminal: the state in a word, what it is about, what was seen, and below what is not well what to do. */
export function doctorTable(
  lines: readonly SaidLine[],
  { words }: Voice,
  { hasColour, columns }: Look,
): string {
  const paint = (colour: "bold" | (typeof colours)[CheckState], text: string) =>
    hasColour ? styleText(colour, text, { validateStream: false }) : text;
  const stateWord = (state: CheckState) => words(`${ROOT}.states.${state}`);
  const stateWidth = Math.max(
    ...(["pass", "warn", "fail", "unknown"] as const).map((state) => stateWord(state).length),
  );
  const titleWidth = Math.max(0, ...lines.map((line) => nameOf(line).length));
  const indent = stateWidth + titleWidth + 4;
  const rows: string[] = [];
  let group = "";
  for (const line of lines) {
    const heading = line.channelId ? (line.subject ?? line.channelId) : words(`${ROOT}.groups.${line.group}`);
    if (heading !== group) rows.push("", paint("bold", heading));
    group = heading;
    const start = `${paint(colours[line.state], stateWord(line.state).padEnd(stateWidth))}  ${nameOf(line).padEnd(titleWidth)}  `;
    rows.push(start + wrapped(line.seen, indent, columns));
    if (line.fix && line.state !== "pass")
      rows.push(" ".repeat(indent) + wrapped(`→ ${line.fix}`, indent, columns));
  }
  return [...rows.slice(1), "", totals(lines, stateWord)].join("\n");
}

const nameOf = ({ title, subject, channelId }: SaidLine): string =>
  subject && !channelId ? `${title} (${subject})` : title;

function totals(lines: readonly SaidLine[], stateWord: (state: CheckState) => string): string {
  const counts = countStates(lines);
  return (["fail", "warn", "unknown", "pass"] as const)
    .map((state) => `${stateWord(state)}: ${counts[state]}`)
    .join("   ");
}

/** Broken at spaces, the lines after the first as far in as the first begins. */
function wrapped(text: string, indent: number, columns: number): string {
  const width = Math.max(40, columns - indent);
  const rows: string[] = [];
  let row = "";
  for (const word of stripVTControlCharacters(text).split(" ")) {
    if (row && row.length + 1 + word.length > width) {
      rows.push(row);
      row = word;
    } else row = row ? `${row} ${word}` : word;
  }
  return [...rows, row].join(`\n${" ".repeat(indent)}`);
}
