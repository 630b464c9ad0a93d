/** On https the browser itself ties the cookie to this host and to https (the `__Host-` prefix). */
export const SECURE_COOKIE = "__Host-parley";
/** Only for plain http on this machine, where a browser would drop a Secure cookie. */
export const LOOPBACK_COOKIE = "parley";

export const cookieName = (isSecure: boolean): string => (isSecure ? SECURE_COOKIE : LOOPBACK_COOKIE);
