import { createHmac } from "node:crypto";

export const appSecret = "test-app-secret-0123456789";
export const verifyToken = "test-verify-token";

/** A webhook POST as Meta makes it, signed over the bytes. A string or bytes go as they are. */
export function signedRequest(
  channel: "whatsapp" | "instagram",
  body: unknown,
  secret: string = appSecret,
): Request {
  const bytes = bytesOf(body);
  return new Request(`http://127.0.0.1/api/webhooks/${channel}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "facebookexternalua",
      "x-hub-signature-256": signatureOf(bytes, secret),
    },
    body: bytes,
  });
}

/** `sha256=<hex>` over the bytes. */
export function signatureOf(bytes: Uint8Array, secret: string = appSecret): string {
  return `sha256=${createHmac("sha256", secret).update(bytes).digest("hex")}`;
}

function bytesOf(body: unknown): Buffer<ArrayBuffer> {
  if (body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}
