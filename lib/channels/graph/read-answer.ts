import { z } from "zod";
import { numeric, object, optional, text } from "../lenient";
import { type GraphResult, graphFailure } from "./result";

const ErrorBody = z.object({
  message: optional(text),
  code: optional(numeric),
  error_subcode: optional(numeric),
  error_user_msg: optional(text),
  fbtrace_id: optional(text),
  error_data: optional(z.object({ details: optional(text) })),
});

/**
 * Reads a Graph answer. Meta's error body counts whatever the HTTP status is (rate limits come as 400); without
 * one, 4xx is a refusal and the rest says nothing about what happened.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
export function readAnswer(httpStatus: number, body: string): GraphResult<unknown> {
  const json = parseJson(body);
  const error = object.safeParse(object.safeParse(json).data?.error);
  if (error.success) return rejected(httpStatus, error.data);
  const isSuccess = httpStatus >= 200 && httpStatus < 300;
  if (isSuccess && json !== undefined) return { ok: true, data: json };
  if (isSuccess) return graphFailure("unknown", "The answer is not JSON", httpStatus);
  const isRefusal = httpStatus >= 400 && httpStatus < 500 && httpStatus !== 408;
  return graphFailure(
    isRefusal ? "rejected" : "unknown",
    `HTTP ${httpStatus} without an error body`,
    httpStatus,
  );
}

function rejected(httpStatus: number, body: Record<string, unknown>): GraphResult<never> {
  const error = ErrorBody.parse(body);
  return {
    ok: false,
    failure: {
      outcome: "rejected",
      code: error.code ?? null,
      subcode: error.error_subcode ?? null,
      message: error.message ?? "Meta gave no message",
      details: error.error_data?.details ?? error.error_user_msg ?? null,
      fbtraceId: error.fbtrace_id ?? null,
      httpStatus,
    },
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
