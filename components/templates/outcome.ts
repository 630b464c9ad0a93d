/** What came of a send: `sent`, or a code of `errors` in the message catalogue. */
export type Outcome = string;

type Answer = { serverError?: { code: string } | undefined; validationErrors?: unknown; data?: unknown };

/** The outcome of an action's answer; null when the call did not get through. Pure. */
export function outcomeOf(answer: Answer | null | undefined): Outcome {
  if (!answer) return "unavailable";
  if (answer.serverError) return answer.serverError.code;
  return answer.validationErrors ? "bad_request" : "sent";
}
