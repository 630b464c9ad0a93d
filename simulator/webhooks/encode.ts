import { createHmac } from "node:crypto";

/**
 * Encodes a body as Meta does on the wire: everything outside ASCII as `\uXXXX` in lowercase hex, `/` as `\/` and `@`
 * as `\u0040`. A signature over `JSON.stringify(JSON.parse(body))` therefore never matches, as in production.
 * https://developers.facebook.com/docs/messenger-platform/webhooks#validate-payloads
 */
export function encodeBody(body: unknown): string {
  return JSON.stringify(body).replaceAll(/[^\x20-\x7e]|[/@]/g, (character) =>
    character === "/" ? "\\/" : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** `sha256=<hex>` of exactly these bytes, as in `X-Hub-Signature-256`. */
export function signBody(body: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body, "utf8").digest("hex")}`;
}
