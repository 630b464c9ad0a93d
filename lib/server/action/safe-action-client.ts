import { createSafeActionClient } from "next-safe-action";
import type { Failure } from "@/lib/domain/result";
import { toFailure } from "@/lib/server/route/to-failure";

/** next-safe-action set up so that only known failures reach the browser, as `serverError: { code, message }`. */
export const safeActionClient = createSafeActionClient({
  defaultValidationErrorsShape: "flattened",
  handleServerError: (error): Failure => toFailure(error, "action"),
});
