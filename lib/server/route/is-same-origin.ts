/**
 * Whether a request that changes something comes from a page of this very app. Browsers say so in Sec-Fetch-Site,
 * older ones in Origin only; what says neither is not one of our pages. Pure.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
