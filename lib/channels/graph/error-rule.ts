/** What a failed call means for the people and for the queue. */
export type ErrorRule = {
  /** Key of the plain words: `failures.<reason>` in the message catalogue. */
  reason: string;
  retry: "retry" | "retry_after" | "fix_and_retry" | "do_not_retry" | "refresh_token";
  /** Wait at least this long before the next send; grow it from there. */
  minDelayMs: number;
  /** Sends in all that may be made without a person, the first included; 1 means never by itself. */
  maxTries: number;
  who: "agent" | "admin" | "developer" | "nobody";
  action:
    | "send_template"
    | "reconnect_channel"
    | "edit_and_resend"
    | "wait"
    | "retry"
    | "ask_for_phone"
    | "contact_support"
    | "none";
};

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Passes by itself: send again after a pause. */
export function transient(reason: string, minDelayMs: number, maxTries: number): ErrorRule {
  return { reason, retry: "retry", minDelayMs, maxTries, who: "nobody", action: "retry" };
}

/** Passes with time. Once `maxTries` is 1 a person decides when to try again. */
export function later(
  reason: string,
  minDelayMs: number,
  maxTries = 1,
  who: ErrorRule["who"] = "admin",
): ErrorRule {
  return { reason, retry: "retry_after", minDelayMs, maxTries, who, action: "wait" };
}

/** Somebody has to change something; then the same message can be sent again. */
export function fixable(
  reason: string,
  who: ErrorRule["who"],
  action: ErrorRule["action"] = "retry",
): ErrorRule {
  return { reason, retry: "fix_and_retry", minDelayMs: 0, maxTries: 1, who, action };
}

/** This message will not go through. */
export function final(
  reason: string,
  who: ErrorRule["who"],
  action: ErrorRule["action"] = "none",
): ErrorRule {
  return { reason, retry: "do_not_retry", minDelayMs: 0, maxTries: 1, who, action };
}

/** The channel's token is no good: everything waits until it is replaced. */
export function tokenProblem(reason: string): ErrorRule {
  return {
    reason,
    retry: "refresh_token",
    minDelayMs: 0,
    maxTries: 1,
    who: "admin",
    action: "reconnect_channel",
  };
}
