import { fail, ok, type Result } from "./result";

/** 443, and the usual second port of https servers; others belong to what is not a web server. */
const ports = ["", "443", "8443"];

export type UrlReason = "unreadable" | "not_https" | "port" | "credentials" | "private" | "unresolved";

/**
 * A URL that a webhook may be sent to, by how it is written; what its name stands for is checked when it is connected
 * to. `webhook_url_refused` with `details.reason`. `isLoopbackAllowed` is for tests and the local stack. Pure.
 */
export function readWebhookUrl(text: string, isLoopbackAllowed = false): Result<URL> {
  if (!URL.canParse(text)) return refused("unreadable");
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return refused("credentials");
  if (isLoopbackAllowed && isLoopbackName(url.hostname) && /^https?:$/.test(url.protocol)) return ok(url);
  if (url.protocol !== "https:") return refused("not_https");
  if (!ports.includes(url.port)) return refused("port");
  if (url.hostname === "" || !/[.:]/.test(url.hostname) || isPrivateName(url.hostname))
    return refused("private");
  url.hash = "";
  return ok(url);
}

/** A loopback name or address; the URL parser has brought odd spellings of 127.0.0.1 to this form. Pure. */
export function isLoopbackName(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Names that by convention never lead to the internet. */
function isPrivateName(hostname: string): boolean {
  return /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|corp|test|invalid)\.?$/i.test(hostname);
}

export const refused = (reason: UrlReason): Result<never> =>
  fail("webhook_url_refused", `This URL is refused: ${reason}.`, { reason });
