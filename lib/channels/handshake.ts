import { isSameSecret } from "./signature";

/**
 * Reads the GET that Meta makes when a webhook is set up. `ok` only for `hub.mode=subscribe` with our token and a
 * challenge; then the answer is 200 with `challenge` as text/plain, else 403.
 */
export function readHandshake(
  url: URL,
  expectedToken: string | undefined,
): { ok: boolean; challenge: string } {
  const challenge = url.searchParams.get("hub.challenge") ?? "";
  const token = url.searchParams.get("hub.verify_token") ?? "";
  const isOurs = isSameSecret(token, expectedToken ?? "");
  return { ok: isOurs && url.searchParams.get("hub.mode") === "subscribe" && challenge !== "", challenge };
}
