import { cookies, headers } from "next/headers";
import { isTokenShaped } from "@/lib/inbox/members/token";
import { cookieName } from "./cookie-name";
import { isSecureRequest } from "./is-secure-request";

/** The browser may keep it this long (its own limit is 400 days); the session's end on the server is what counts. */
const COOKIE_MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

/** The session token that came with this request, or null. */
export async function readSessionToken(): Promise<string | null> {
  const value = (await cookies()).get(cookieName(isSecureRequest(await headers())))?.value;
  return value && isTokenShaped(value) ? value : null;
}

/** Gives the browser a session token. In actions and route handlers only. */
export async function writeSessionToken(token: string): Promise<void> {
  await setCookie(token, COOKIE_MAX_AGE_SECONDS);
}

export async function clearSessionToken(): Promise<void> {
  await setCookie("", 0);
}

async function setCookie(value: string, maxAge: number): Promise<void> {
  const secure = isSecureRequest(await headers());
  (await cookies()).set(cookieName(secure), value, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge,
  });
}
