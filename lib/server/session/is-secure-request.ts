import { env } from "@/lib/env";

/**
 * Whether the browser is on https, so that cookies must be Secure. APP_URL says so, else the proxy in front does;
 * plain http counts on this machine only, anywhere else the cookie stays Secure.
 */
export function isSecureRequest(headers: Pick<Headers, "get">): boolean {
  const { APP_URL } = env();
  if (APP_URL?.startsWith("https:")) return true;
  if (headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https") return true;
  return !isLoopback(headers.get("host") ?? "");
}

function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "[::1]" ||
    /^127(\.\d{1,3}){3}$/.test(name)
  );
}
