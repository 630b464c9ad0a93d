import type { Failure } from "@/lib/domain/result";

type ActionResult = { serverError?: Failure; validationErrors?: unknown } | undefined;

/** What went wrong in an action, or null when nothing did. */
export function failureOf(result: ActionResult): Failure | null {
  if (result?.serverError) return result.serverError;
  if (result?.validationErrors) return { code: "bad_request", message: "The input has the wrong shape." };
  return null;
}
