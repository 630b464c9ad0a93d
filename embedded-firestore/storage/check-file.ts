import type { Connection } from "./connection.ts";
import { isDamage } from "./sql-error.ts";

/** Throws a plain sentence when the file is damaged. */
export function checkFile(connection: Connection, file: string): void {
  const found = quickCheck(connection);
  if (found === "ok") return;
  throw new Error(damagedSentence(file));
}

export const damagedSentence = (file: string) =>
  `The data file ${file} is damaged. Keep a copy of its folder, then bring back the newest backup into an empty folder.`;

function quickCheck(connection: Connection): string {
  try {
    return String(connection.get("PRAGMA quick_check(1)")?.[0]);
  } catch (error) {
    if (isDamage(error)) return "damaged";
    throw error;
  }
}
