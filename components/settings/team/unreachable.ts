import type { Failure } from "@/lib/domain/result";

/** What an action that never got an answer counts as. */
export const unreachable: { serverError: Failure; data?: undefined } = {
  serverError: { code: "unavailable", message: "The server did not answer." },
};
