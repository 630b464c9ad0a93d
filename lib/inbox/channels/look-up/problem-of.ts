import type { GraphFailure } from "@/lib/channels/graph/result";
import type { ConnectField, ConnectProblem } from "@/lib/domain/channel-form";
import { fail, type Result } from "@/lib/domain/result";

const rateLimits = [4, 17, 32, 613, 80001, 80002, 80006, 80007, 130429];

/**
 * A refusal of Meta's as `provider_rejected` with `details.problem`, whose words the settings have, and the field that it
 * is about. `missing` names what it means that an object is not there or may not be seen (100, 33).
 */
export function refusedWith(
  { outcome, code, subcode, message, details }: GraphFailure,
  missing: ConnectProblem,
  field: ConnectField,
): Result<never> {
  if (outcome !== "rejected" || code === null) return problem("unreachable", null);
  if (code === 190 || code === 0 || code === 102) {
    return problem(subcode === 463 || /expired/i.test(message) ? "token_expired" : "token_refused", "token");
  }
  if (rateLimits.includes(code)) return problem("rate_limited", null);
  if (code === 100 || code === 33) return problem(missing, field);
  if (code === 10 || code === 3 || code === 131005 || (code >= 200 && code < 300)) {
    return problem("permission_missing", "token");
  }
  return problem("refused", null, { code, said: details ?? message });
}

export function problem(
  name: ConnectProblem,
  field: ConnectField | null,
  more: Record<string, unknown> = {},
): Result<never> {
  return fail("provider_rejected", `Meta's answer does not do: ${name}`, { problem: name, field, ...more });
}
