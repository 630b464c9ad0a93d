import { isSameSecret } from "./signature";

/**
 * Reads the GET that Meta makes when a webhook is set up. `ok` only for `hub.mode=subscribe` with a token of
 * ours and a challenge; then the answer is 200 with `challenge` as text/plain, else 403.
 */
export function readHandshake(url: URL, ourTokens: readonly string[]): { ok: boolean; challenge: string } {
  const challenge = url.searchParams.get("hub.challenge") ?? "";
  const token = url.searchParams.get("hub.verify_token") ?? "";
  let isOurs = false;
  for (const ours of ourTokens) {
    if (isSameSecret(token, ours)) isOurs = true;
  }
  return { ok: isOurs && url.searchParams.get("hub.mode") === "subscribe" && challenge !== "", challenge };
}
