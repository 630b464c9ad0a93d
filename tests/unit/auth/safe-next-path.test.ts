import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNextPath } from "@/lib/server/page/safe-next-path";

describe("safeNextPath", () => {
  it.each([
    ["/inbox", "/inbox"],
    ["/inbox/wa_1__2?tab=mine#last", "/inbox/wa_1__2?tab=mine#last"],
    ["/settings/team", "/settings/team"],
    ["/", "/"],
    ["/inbox?next=https://evil.example", "/inbox?next=https://evil.example"],
  ])("keeps %s", (given, kept) => {
    expect(safeNextPath(given)).toBe(kept);
  });

  it.each([
    "https://evil.example/",
    "//evil.example/inbox",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/inbox/..//evil.example",
    "javascript:alert(1)",
    "inbox",
    "",
    " /inbox",
    "/sign-in",
    "/sign-in?next=/sign-in",
    "/reset-password?token=x",
    "/api/inbox/live",
    `/${"a".repeat(1001)}`,
    undefined,
    null,
    ["/inbox", "/settings"],
    { toString: () => "/inbox" },
  ])("turns %j into the home page", (given) => {
    expect(safeNextPath(given)).toBe("/");
  });

  it("never leaves the site, whatever is given", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "evil.example",
      "@",
      ":",
      "%2f",
      "\t",
      "http:",
      "inbox",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const url = new URL(safeNextPath(pieces.join("")), "https://inbox.example.com");
        expect(url.origin).toBe("https://inbox.example.com");
      }),
      { numRuns: 2000 },
    );
  });
});
