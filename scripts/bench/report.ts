import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname } from "node:path";

/** One line of the report. `aim` is what we want, as words; `isMet` null where there is no aim. */
export type Row = { name: string; value: number; unit: string; aim: string | null; isMet: boolean | null };

const rows: Row[] = [];

export function report(
  name: string,
  value: number,
  unit: string,
  aim?: { text: string; isMet: (value: number) => boolean },
): void {
  const row = {
    name,
    value: round(value),
    unit,
    aim: aim?.text ?? null,
    isMet: aim ? aim.isMet(value) : null,
  };
  rows.push(row);
  console.log(format(row));
}

export const atMost = (limit: number) => ({ text: `≤ ${limit}`, isMet: (value: number) => value <= limit });
export const atLeast = (limit: number) => ({ text: `≥ ${limit}`, isMet: (value: number) => value >= limit });

/** Prints the whole table once more and writes it to a file. */
export function finishReport(path: string): void {
  console.log(`\n${rows.map(format).join("\n")}\n`);
  mkdirSync(dirname(path), { recursive: true });
  const about = { at: new Date().toISOString(), node: process.version, cores: cpus().length };
  writeFileSync(path, `${JSON.stringify({ about, rows }, null, 2)}\n`);
}

function format(row: Row): string {
  const mark = row.isMet === null ? " " : row.isMet ? "✓" : "✗";
  const aim = row.aim ? `aim ${row.aim}` : "";
  return `${mark} ${row.name.padEnd(64)} ${String(row.value).padStart(10)} ${row.unit.padEnd(6)} ${aim}`;
}

const round = (value: number) => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
