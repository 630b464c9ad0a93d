import pino from "pino";
import { env } from "@/lib/env";

const secret = [
  "token",
  "accessToken",
  "access_token",
  "authorization",
  "cookie",
  "password",
  "secret",
  "appSecret",
  "idToken",
];
const content = ["text", "body", "caption", "content", "rawBody", "email", "name", "phone"];

/** The one logger. Secrets and message content are redacted by name; log ids, codes, counts and durations. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: null,
  redact: {
    paths: [...secret, ...content].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
    censor: "[redacted]",
  },
  serializers: { err: describeError },
});

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  return {
    type: error.name,
    message: error.message,
    code: (error as { code?: unknown }).code,
    stack: error.stack,
  };
}
