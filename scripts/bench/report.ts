import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
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

type Results = Record<string, { about: { at: string; node: string; cores: number }; rows: Row[] }>;

/** Prints a part's table once more and puts it into the file of results, where other parts stay as they were. */
export function finishPart(part: string, path: string): void {
  console.log(`\n${part}\n${rows.map(format).join("\n")}\n`);
  mkdirSync(dirname(path), { recursive: true });
  const about = { at: new Date().toISOString(), node: process.version, cores: cpus().length };
  const results = { ...readResults(path), [part]: { about, rows: rows.splice(0) } };
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
}

function readResults(path: string): Results {
  if (!existsSync(path)) return {};
  const found = JSON.parse(readFileSync(path, "utf8")) as Results | { rows: Row[] };
  return Array.isArray(found.rows) ? {} : (found as Results);
}

function format(row: Row): string {
  const mark = row.isMet === null ? " " : row.isMet ? "✓" : "✗";
  const aim = row.aim ? `aim ${row.aim}` : "";
  return `${mark} ${row.name.padEnd(64)} ${String(row.value).padStart(10)} ${row.unit.padEnd(6)} ${aim}`;
}

const round = (value: number) => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
