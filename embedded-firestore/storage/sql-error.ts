import { code, StatusError } from "../protocol/status.ts";

const full = 13;
const ioError = 10;
const damaged = new Set([11, 26]);

/** What a failed SQLite call means to the client. Errors that are none of SQLite's stay as they are. */
export function toStatusError(error: unknown): unknown {
  const number = sqliteCode(error);
  if (number === null) return error;
  if (number === full) {
    return new StatusError(code.resourceExhausted, "The disk is full. Nothing of this commit was stored.");
  }
  if (number === ioError) {
    return new StatusError(code.unavailable, "The disk failed. Nothing of this commit was stored.");
  }
  if (damaged.has(number)) return new StatusError(code.internal, "The data file is damaged.");
  return new StatusError(code.internal, `The data file could not be used (SQLite error ${number}).`);
}

/** Whether SQLite calls the file damaged, or no database at all. */
export const isDamage = (error: unknown) => damaged.has(sqliteCode(error) ?? 0);

/** Whether someone else holds a lock. */
export const isBusy = (error: unknown) => sqliteCode(error) === 5;

export const isSqlError = (error: unknown) => sqliteCode(error) !== null;

/** SQLite's primary result code, or null for any other error. */
function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error)) return null;
  return typeof error.errcode === "number" ? error.errcode & 0xff : null;
}
