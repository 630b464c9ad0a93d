import { code, StatusError } from "./status.ts";

/** Writes one line of a log. */
export type Log = (line: string) => void;

/**
 * What the client is told of an error: refusals as they are, anything else as one fixed sentence. The class and the stack
 * of the latter go to the log, its message does not: it could hold content.
 */
export function toFailure(error: unknown, method: string, log: Log): StatusError {
  if (error instanceof StatusError) return error;
  log(
    JSON.stringify({
      at: new Date().toISOString(),
      level: "error",
      method,
      error: className(error),
      stack: stackOf(error),
    }),
  );
  return new StatusError(code.internal, "The store failed to answer; its log says where.");
}

const className = (error: unknown) => (error instanceof Error ? error.constructor.name : typeof error);

function stackOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const lines = (error.stack ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line.startsWith("at ")).slice(0, 12);
}
