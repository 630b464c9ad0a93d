import type { ErrorCode, Failure } from "@/lib/domain/result";

/**
 * A failure as `application/problem+json` (RFC 9457) with its stable `code` and `details` as extension members.
 * `status` overrides the code's own. `details.retryAfterMs` also becomes a Retry-After header.
 */
export function problem(failure: Failure, status: number = statusByCode[failure.code]): Response {
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  const retryAfterMs = failure.details?.retryAfterMs;
  if (typeof retryAfterMs === "number") headers.set("Retry-After", String(Math.ceil(retryAfterMs / 1000)));
  const body = {
    ...failure.details,
    type: "about:blank",
    title: failure.code.replaceAll("_", " "),
    status,
    code: failure.code,
    detail: failure.message,
  };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The HTTP status of each known failure. */
export const statusByCode: Record<ErrorCode, number> = {
  bad_request: 400,
  not_signed_in: 401,
  invalid_api_key: 401,
  invalid_credentials: 401,
  link_expired: 410,
  password_too_weak: 422,
  sign_in_refused: 403,
  email_not_verified: 403,
  forbidden: 403,
  last_admin: 409,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  window_closed: 422,
  text_empty: 422,
  text_too_long: 422,
  channel_disconnected: 409,
  channel_paused: 409,
  no_credentials_key: 409,
  recipient_unknown: 422,
  recipient_opted_out: 422,
  template_not_found: 422,
  template_not_approved: 422,
  template_parameters_mismatch: 422,
  content_invalid: 422,
  content_not_allowed: 422,
  media_not_accepted: 422,
  media_not_ready: 409,
  media_expired: 410,
  upload_not_found: 404,
  message_not_retryable: 409,
  idempotency_key_reused: 422,
  webhook_url_refused: 422,
  provider_rejected: 502,
  unavailable: 503,
  internal: 500,
};
