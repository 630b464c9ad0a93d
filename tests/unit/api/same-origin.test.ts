import { expect, it } from "vitest";
import { isSameOrigin } from "@/lib/server/route/is-same-origin";

it.each([
  ["a page of this app", { "sec-fetch-site": "same-origin", host: "inbox.example.com" }, true],
  ["another site", { "sec-fetch-site": "cross-site", host: "inbox.example.com" }, false],
  ["a sister site", { "sec-fetch-site": "same-site", origin: "https://inbox.example.com" }, false],
  ["the address bar", { "sec-fetch-site": "none" }, false],
  ["an older browser here", { origin: "https://inbox.example.com", host: "inbox.example.com" }, true],
  [
    "an older browser behind a proxy",
    { origin: "https://inbox.example.com", "x-forwarded-host": "inbox.example.com", host: "10.0.0.1:3000" },
    true,
  ],
  ["an older browser elsewhere", { origin: "https://evil.example", host: "inbox.example.com" }, false],
  ["a frame without an origin", { origin: "null", host: "inbox.example.com" }, false],
  ["nobody who says", { host: "inbox.example.com" }, false],
] as const)("tells a request of %s", (_who, headers, isOurs) => {
  expect(isSameOrigin(new Headers(headers))).toBe(isOurs);
});
