/**
 * Whether a digest is the one that Meta named. Webhooks give it in base64, the media answer in hex; one that is
 * neither says nothing. Pure.
 */
export function isSameHash(digest: Uint8Array, named: string | null): boolean {
  const wanted = named === null ? null : bytesOf(named.trim());
  return wanted === null || Buffer.from(digest).equals(wanted);
}

const DIGEST_BYTES = 32;

function bytesOf(named: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(named)) return Buffer.from(named, "hex");
  const bytes = Buffer.from(named, /[-_]/.test(named) ? "base64url" : "base64");
  return bytes.length === DIGEST_BYTES ? bytes : null;
}
