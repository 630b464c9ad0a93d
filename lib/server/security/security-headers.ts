/** Two years, as the preload list wants it. Sent over https only. */
export const HSTS = { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" };

type Options = {
  csp: string;
  isSecure: boolean;
  /** The page opens a sign-in window of Google's and must be able to hear from it. */
  hasPopup: boolean;
};

/** The headers every answer carries. */
export function securityHeaders({ csp, isSecure, hasPopup }: Options): Record<string, string> {
  return {
    "Content-Security-Policy": csp,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), geolocation=(), microphone=(self), payment=(), usb=(), browsing-topics=(), display-capture=()",
    "Cross-Origin-Opener-Policy": hasPopup ? "same-origin-allow-popups" : "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(isSecure && { [HSTS.key]: HSTS.value }),
  };
}
