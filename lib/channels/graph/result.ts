/**
 * Why a Graph call gave nothing.
 * `rejected`: Meta answered with an error. `unreachable`: no connection, so surely nothing was sent.
 * `unknown`: cut or timed out after the request may have left, or an answer that cannot be read.
 */
export type GraphFailure = {
  outcome: "rejected" | "unknown" | "unreachable";
  code: number | null;
  subcode: number | null;
  message: string;
  details: string | null;
  fbtraceId: string | null;
  httpStatus: number | null;
};

export type GraphResult<T> = { ok: true; data: T } | { ok: false; failure: GraphFailure };

/** A failure that no answer of Meta's describes. */
export function graphFailure(
  outcome: GraphFailure["outcome"],
  message: string,
  httpStatus: number | null = null,
): { ok: false; failure: GraphFailure } {
  return {
    ok: false,
    failure: { outcome, code: null, subcode: null, message, details: null, fbtraceId: null, httpStatus },
  };
}
