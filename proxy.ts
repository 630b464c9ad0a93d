import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { firebaseConfig } from "@/lib/server/identity/firebase-config";
import { PATH_HEADER } from "@/lib/server/page/path-header";
import { contentSecurityPolicy } from "@/lib/server/security/content-security-policy";
import { securityHeaders } from "@/lib/server/security/security-headers";
import { cookieName } from "@/lib/server/session/cookie-name";
import { isSecureRequest } from "@/lib/server/session/is-secure-request";

export const config = {
  // API answers and files for Meta get their headers in next.config.ts: a proxy would hold every webhook body in memory first.
  matcher: ["/((?!api/|m/|_next/static/|_next/image|favicon\\.svg$|favicon\\.ico$).*)"],
};

/**
 * Sets the security headers, and sends people without a session cookie to sign-in. It decides nothing else: each
 * page, route and action guards itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const isSecure = isSecureRequest(request.headers);
  const csp = contentSecurityPolicy(pageOptions(pathname));
  const hasPopup = isSignInPage(pathname) && (firebaseConfig()?.hasGoogle ?? false);
  const headers = securityHeaders({ csp, isSecure, hasPopup });
  const isSignedOut = !request.cookies.has(cookieName(isSecure));
  if (isSignedOut && isGet(request) && !isPublic(pathname)) {
    const url = request.nextUrl.clone();
    const next = pathname === paths.home() ? null : pathname + search;
    const target = new URL(paths.signIn(next), url);
    url.pathname = target.pathname;
    url.search = target.search;
    return withHeaders(NextResponse.redirect(url), headers);
  }

  const forwarded = new Headers(request.headers);
  forwarded.set(PATH_HEADER, pathname + search);
  // Next reads the nonce for its own scripts from here.
  forwarded.set("Content-Security-Policy", csp);
  return withHeaders(NextResponse.next({ request: { headers: forwarded } }), headers);
}

const publicPages = new Set([paths.signIn(), paths.welcome(), paths.resetPassword()]);
/** Where Firebase signs somebody in. */
const isSignInPage = (pathname: string) => pathname === paths.signIn() || pathname === paths.welcome();
const isPublic = (pathname: string) => publicPages.has(pathname) || /^\/[^/]+\.\w+$/.test(pathname);
const isGet = (request: NextRequest) => request.method === "GET" || request.method === "HEAD";

function pageOptions(pathname: string) {
  const firebase = isSignInPage(pathname) ? firebaseConfig() : null;
  return {
    nonce: randomBytes(16).toString("base64"),
    isDevelopment: env().NODE_ENV === "development",
    firebase: firebase && {
      authDomain: firebase.authDomain ?? null,
      hasGoogle: firebase.hasGoogle,
      emulatorUrl: firebase.emulatorUrl,
    },
  };
}

function withHeaders(response: NextResponse, headers: Record<string, string>): NextResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
