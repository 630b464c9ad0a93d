export type CspOptions = {
  nonce: string;
  isDevelopment: boolean;
  /** The page signs people in with Firebase in the browser. */
  firebase: { authDomain: string | null; hasGoogle: boolean; emulatorUrl: string | null } | null;
};

/**
 * The content security policy of a page. Scripts run by this request's nonce only; style attributes are allowed
 * because virtualised lists place rows with them, style elements are not.
 */
export function contentSecurityPolicy({ nonce, isDevelopment, firebase }: CspOptions): string {
  const connect = ["'self'"];
  const frame = ["'none'"];
  if (isDevelopment) connect.push("ws:");
  if (firebase) {
    connect.push("https://identitytoolkit.googleapis.com", "https://securetoken.googleapis.com");
    if (firebase.emulatorUrl) connect.push(firebase.emulatorUrl);
    if (firebase.hasGoogle) {
      connect.push("https://apis.google.com");
      frame.splice(
        0,
        1,
        ...(firebase.authDomain ? [`https://${firebase.authDomain}`] : []),
        "https://accounts.google.com",
      );
    }
  }
  return [
    "default-src 'self'",
    // React's development build evaluates code to rebuild server stacks; the production build does not.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src ${connect.join(" ")}`,
    `frame-src ${frame.join(" ")}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** For answers that are not pages: nothing in them may run or load. */
export const API_CSP = "default-src 'none'; frame-ancestors 'none'";

/** For files that customers and agents sent: they are shown or saved, and can do nothing. */
export const FILE_CSP = "default-src 'none'; sandbox; frame-ancestors 'none'";
