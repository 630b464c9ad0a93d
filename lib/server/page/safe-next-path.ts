const BASE = "http://parley.invalid";
const MAX_LENGTH = 1000;

/** A path of this site to go to after sign-in; anything that is not one, or that would loop, becomes `/`. */
export function safeNextPath(next: unknown): string {
  if (typeof next !== "string" || next.length > MAX_LENGTH) return "/";
  if (!next.startsWith("/") || next.startsWith("//") || /[\\\p{Cc}]/u.test(next)) return "/";
  const url = URL.parse(next, BASE);
  if (url?.origin !== BASE || url.pathname.startsWith("//")) return "/";
  if (/^\/(sign-in|reset-password|api)(\/|$)/.test(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}
