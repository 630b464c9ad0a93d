import { describe, expect, it } from "vitest";
import { type CspOptions, contentSecurityPolicy } from "@/lib/server/security/content-security-policy";
import { securityHeaders } from "@/lib/server/security/security-headers";

const production: CspOptions = { nonce: "abc123", isDevelopment: false, firebase: null };

describe("contentSecurityPolicy", () => {
  it("lets only scripts and style elements with this request's nonce in", () => {
    const policy = directives(production);
    expect(policy["script-src"]).toBe("'self' 'nonce-abc123' 'strict-dynamic'");
    expect(policy["style-src"]).toBe("'self' 'nonce-abc123'");
    expect(policy["style-src-attr"]).toBe("'unsafe-inline'");
  });

  it("shuts what the app does not use", () => {
    expect(directives(production)).toMatchObject({
      "object-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
      "frame-src": "'none'",
      "connect-src": "'self'",
      "img-src": "'self' data: blob:",
    });
  });

  it("never allows evaluated or inline script in production", () => {
    const text = contentSecurityPolicy({
      ...production,
      firebase: { authDomain: "p.example", hasGoogle: true, emulatorUrl: null },
    });
    expect(text).not.toContain("unsafe-eval");
    expect(directives(production)["script-src"]).not.toContain("unsafe-inline");
  });

  it("lets the sign-in page reach Firebase, and Google's window only when Google is on", () => {
    const plain = directives({
      ...production,
      firebase: { authDomain: "p.example", hasGoogle: false, emulatorUrl: null },
    });
    expect(plain["connect-src"]).toBe(
      "'self' https://identitytoolkit.googleapis.com https://securetoken.googleapis.com",
    );
    expect(plain["frame-src"]).toBe("'none'");
    const google = directives({
      ...production,
      firebase: { authDomain: "p.example", hasGoogle: true, emulatorUrl: null },
    });
    expect(google["frame-src"]).toBe("https://p.example https://accounts.google.com");
  });

  it("allows what React refresh needs in development only", () => {
    const policy = directives({ ...production, isDevelopment: true });
    expect(policy["script-src"]).toContain("'unsafe-eval'");
    expect(policy["connect-src"]).toContain("ws:");
  });
});

describe("securityHeaders", () => {
  it("promises https only over https", () => {
    const secure = securityHeaders({ csp: "x", isSecure: true, hasPopup: false });
    expect(secure["Strict-Transport-Security"]).toMatch(/^max-age=63072000/);
    const plain = securityHeaders({ csp: "x", isSecure: false, hasPopup: false });
    expect(plain).not.toHaveProperty("Strict-Transport-Security");
  });

  it("forbids framing, sniffing and opener access", () => {
    expect(securityHeaders({ csp: "x", isSecure: true, hasPopup: false })).toMatchObject({
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
    });
  });
});

function directives(options: CspOptions): Record<string, string> {
  return Object.fromEntries(
    contentSecurityPolicy(options)
      .split("; ")
      .map((directive) => [directive.split(" ")[0] ?? "", directive.split(" ").slice(1).join(" ")]),
  );
}
