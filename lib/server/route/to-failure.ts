import { randomUUID } from "node:crypto";
import { AppError, type Failure } from "@/lib/domain/result";
import { log } from "@/lib/log";

/**
 * What may be said about a thrown error. A known one (AppError) speaks for itself; anything else is a bug:
 * it is logged under an id and the outside hears that id only.
 */
export function toFailure(error: unknown, operation: string): Failure {
  if (error instanceof AppError) return error.failure;
  const errorId = randomUUID();
  log.error({ err: error, errorId, operation }, "unexpected error");
  return {
    code: "internal",
    message: `Something went wrong on our side. Reference: ${errorId}`,
    details: { errorId },
  };
}
