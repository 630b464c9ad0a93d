import { createHmac, timingSafeEqual } from "node:crypto";

const header256 = /^sha256=([0-9a-f]{64})$/i;

/**
 * Whether Meta signed these bytes: `X-Hub-Signature-256` is `sha256=` and the hex HMAC-SHA256 of the raw body
 * under the app secret. Several secrets are tried, all of them each time, while one is rotated. Constant time.
 * Hash the bytes as they came: a parsed and rewritten body has another signature.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
 */
export function isSignatureValid(rawBody: Uint8Array, header: string, secrets: readonly string[]): boolean {
  const hex = header256.exec(header.trim())?.[1];
  if (!hex) return false;
  const given = Buffer.from(hex, "hex");
  let isValid = false;
  for (const secret of secrets) {
    if (secret === "") continue;
    const expected = createHmac("sha256", secret).update(rawBody).digest();
    if (timingSafeEqual(expected, given)) isValid = true;
  }
  return isValid;
}

/** Whether two secrets are the same, in constant time whatever their lengths. An empty one is never the same. */
export function isSameSecret(a: string, b: string): boolean {
  const areEqual = timingSafeEqual(digest(a), digest(b));
  return areEqual && a !== "" && b !== "";
}

function digest(value: string): Buffer {
  return createHmac("sha256", "same-secret").update(value, "utf8").digest();
}
