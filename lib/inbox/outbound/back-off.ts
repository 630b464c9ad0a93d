import type { ErrorRule } from "@/lib/channels/graph/error-catalogue";

/** No single wait is longer than this, unless the error table asks for more. */
const LONGEST_MS = 10 * 60_000;

/**
 * How long to wait before a message is sent once more: at least what the error asks for, then a random part that
 * doubles with every try, so that many messages do not come back at once. `random` is in [0, 1). Pure.
 */
export function backOffMs(rule: Pick<ErrorRule, "minDelayMs">, tries: number, random: number): number {
  const base = Math.max(1_000, rule.minDelayMs);
  const spread = Math.min(base * (2 ** Math.min(tries, 20) - 1), Math.max(LONGEST_MS, base));
  return Math.round(rule.minDelayMs + random * spread);
}
