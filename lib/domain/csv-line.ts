/** What a spreadsheet takes for a formula when it opens a file: https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[=+\-@\t\r\n|%]/;

/** A line of a CSV file (RFC 4180, with its line end). No cell of it can be taken for a formula. Pure. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(formula.test(cell.trimStart() || cell) ? `'${cell}` : cell)).join(",")}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
