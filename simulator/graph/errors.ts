import type { Json } from "../http/json";
import { newTraceId } from "../world/ids";

export type GraphErrorFields = {
  code: number;
  message: string;
  subcode?: number | null;
  details?: string | null;
  httpStatus?: number | null;
};

/** An error of the Graph API, answered in Meta's shape. */
export class GraphError extends Error {
  readonly fields: GraphErrorFields;
  constructor(fields: GraphErrorFields) {
    super(fields.message);
    this.fields = fields;
  }
}

/** Meta's error body. WhatsApp's own codes carry `error_data`; every error has a trace id. */
export function errorBody(fields: GraphErrorFields): Json {
  const { code, message, subcode, details } = fields;
  return {
    error: {
      message: message.startsWith("(#") || code === 190 ? message : `(#${code}) ${message}`,
      type: "OAuthException",
      code,
      ...(details ? { error_data: { messaging_product: "whatsapp", details } } : {}),
      ...(subcode ? { error_subcode: subcode } : {}),
      fbtrace_id: newTraceId(),
    },
  };
}

/** Meta answers most errors 400; tokens 401, permissions 403, its own trouble 500. */
export function httpStatusOf(fields: GraphErrorFields): number {
  if (fields.httpStatus) return fields.httpStatus;
  if (fields.code === 190) return 401;
  if (fields.code === 131000 || fields.code === 131016 || fields.code === 1 || fields.code === 2) return 500;
  return 400;
}

const titles: Record<number, string> = {
  2: "Service temporarily unavailable",
  4: "Application request limit reached",
  80007: "There have been too many calls to this WhatsApp Business account. Wait a bit and try again.",
  130403: "User blocked by the business",
  130429: "Rate limit hit",
  130472: "User's number is part of an experiment",
  131000: "Something went wrong",
  131008: "Required parameter is missing",
  131009: "Parameter value is not valid",
  131016: "Service unavailable",
  131021: "Recipient cannot be sender",
  131026: "Message undeliverable",
  131030: "Recipient phone number not in allowed list",
  131042: "Business eligibility payment issue",
  131047: "Re-engagement message",
  131048: "Spam rate limit hit",
  131049: "This message was not delivered to maintain healthy ecosystem engagement.",
  131050: "User has stopped receiving marketing messages from this business",
  131051: "Unsupported message type",
  131053: "Media upload error",
  131056: "(Business Account, Consumer Account) pair rate limit hit",
  131059: "Invalid pagination cursor",
  131062: "Business-scoped User ID (BSUID) recipients are not supported for this message.",
  132000: "Number of parameters does not match the expected number of params",
  132001: "Template name does not exist in the translation",
  132005: "Translated text too long",
  132012: "Parameter format does not match format in the created template",
  132015: "Template is paused",
  132016: "Template is disabled",
};

const longDetails: Record<number, string> = {
  131026: "Message undeliverable.",
  131047:
    "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
  131049: "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.",
  131050: "The user has chosen to stop receiving marketing messages from your business.",
  131056:
    "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.",
  130429:
    "Message failed to send because there were too many messages sent from this phone number in a short period of time.",
};

export function titleOf(code: number): string {
  return titles[code] ?? "Something went wrong";
}

/** Builds an error from its code; the sentence and details are Meta's usual ones unless given. */
export function graphError(
  code: number,
  details?: string | null,
  extra?: Partial<GraphErrorFields>,
): GraphError {
  return new GraphError({
    code,
    message: titleOf(code),
    details: details ?? longDetails[code] ?? null,
    ...extra,
  });
}

/** 100: a parameter that Meta's front door refuses before WhatsApp sees it. */
export function paramError(message: string, subcode?: number): GraphError {
  return new GraphError({ code: 100, message: `(#100) ${message}`, subcode });
}

/** 100/33: the node does not exist, or the token may not see it. */
export function missingNode(id: string, method: string): GraphError {
  return new GraphError({
    code: 100,
    subcode: 33,
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
  });
}

/** One entry of `errors[]` in a webhook. */
export function webhookError(code: number): Json {
  const title = titleOf(code);
  return {
    code,
    title,
    message: title,
    error_data: { details: longDetails[code] ?? title },
    href: "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes/",
  };
}
