import { describeGraphError, localErrors } from "@/lib/channels/graph/error-catalogue";
import type { GraphFailure, GraphResult } from "@/lib/channels/graph/result";
import type { ChannelType } from "@/lib/domain/channel";
import { type Reading, read, unread } from "@/lib/domain/doctor/result";

/** The code with which Meta refuses a token. */
export const TOKEN_REFUSED = 190;

/** A Graph answer as a reading: what failed is unknown, in the words of the error catalogue. */
export function fromGraph<T>(kind: ChannelType, baseUrl: string, result: GraphResult<T>): Reading<T> {
  return result.ok ? read(result.data) : unread(reasonOf(kind, baseUrl, result.failure));
}

function reasonOf(kind: ChannelType, baseUrl: string, failure: GraphFailure) {
  const { outcome, code, subcode, details, message } = failure;
  if (outcome !== "rejected" && code === null)
    return { why: "graphSilent", address: hostOf(baseUrl) } as const;
  if (code === TOKEN_REFUSED) return { why: "because", check: "token" } as const;
  const { reason } = code === null ? localErrors.noAnswer : describeGraphError(kind, code, subcode, details);
  return { why: "graphRefused", reason, detail: details ?? message } as const;
}

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
