import { returnServerError } from "next-safe-action";
import type { Result } from "@/lib/domain/result";

/** The value of a Result inside an action; a failure goes to the browser as `serverError`. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) return returnServerError(result.error);
  return result.data;
}
