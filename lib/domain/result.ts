/** What a rule can say no with. `code` is stable and for machines; the text for people is in the message catalogue under `errors.<code>`. */
export type ErrorCode =
  | "bad_request"
  | "not_signed_in"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "rate_limited"
  | "window_closed"
  | "text_empty"
  | "text_too_long"
  | "channel_disconnected"
  | "channel_paused"
  | "no_credentials_key"
  | "recipient_unknown"
  | "recipient_opted_out"
  | "template_not_found"
  | "template_not_approved"
  | "template_parameters_mismatch"
  | "content_invalid"
  | "content_not_allowed"
  | "media_not_accepted"
  | "media_not_ready"
  | "media_expired"
  | "upload_not_found"
  | "message_not_retryable"
  | "idempotency_key_reused"
  | "invalid_api_key"
  | "invalid_credentials"
  | "sign_in_refused"
  | "email_not_verified"
  | "link_expired"
  | "password_too_weak"
  | "last_admin"
  | "webhook_url_refused"
  | "provider_rejected"
  | "unavailable"
  | "internal";

export type Failure = { code: ErrorCode; message: string; details?: Record<string, unknown> };

/** Expected failures are values; only bugs are thrown. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: Failure };

export const ok = <T>(data: T): Result<T> => ({ ok: true, data });

export const fail = (code: ErrorCode, message: string, details?: Record<string, unknown>): Result<never> => ({
  ok: false,
  error: details ? { code, message, details } : { code, message },
});

/** Carries a Failure through code that has to throw (transactions, wrappers). Never shown as it is. */
export class AppError extends Error {
  readonly failure: Failure;
  constructor(
    code: ErrorCode,
    message: string,
    options?: { details?: Record<string, unknown>; cause?: unknown },
  ) {
    super(message, { cause: options?.cause });
    this.name = "AppError";
    this.failure = options?.details ? { code, message, details: options.details } : { code, message };
  }
}
