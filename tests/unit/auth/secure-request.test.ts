import { afterEach, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
import { cookieName } from "@/lib/server/session/cookie-name";
import { isSecureRequest } from "@/lib/server/session/is-secure-request";

afterEach(() => {
  delete process.env.APP_URL;
  forgetEnv();
});

describe("the session cookie's name", () => {
  it.each([
    ["localhost:3000", undefined, "parley"],
    ["127.0.0.1:41234", "http", "parley"],
    ["[::1]:3000", undefined, "parley"],
    ["localhost.evil.example", "http", "__Host-parley"],
    ["127.0.0.1.evil.example", "http", "__Host-parley"],
    ["inbox.example.com", "https", "__Host-parley"],
    ["inbox.example.com", "http", "__Host-parley"],
    ["localhost:3000", "https", "__Host-parley"],
  ])("for host %s over %s is %s", (host, proto, name) => {
    const headers = new Headers(proto ? { host, "x-forwarded-proto": proto } : { host });
    expect(cookieName(isSecureRequest(headers))).toBe(name);
  });

  it("is the secure one wherever APP_URL is https", () => {
    process.env.APP_URL = "https://inbox.example.com";
    forgetEnv();
    expect(isSecureRequest(new Headers({ host: "localhost:3000" }))).toBe(true);
  });
});
