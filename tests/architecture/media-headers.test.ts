import { describe, expect, it } from "vitest";
import config from "@/next.config";

describe("files that people sent", () => {
  it.each(["/api/inbox/media/:path*", "/api/v1/conversations/:id/messages/:messageId/media/:slot"])(
    "are sandboxed at %s, after the rule for all of /api",
    async (source) => {
      const rules = (await config.headers?.()) ?? [];
      const at = rules.findIndex((rule) => rule.source === source);
      const general = rules.findIndex((rule) => rule.source === "/api/:path*");
      expect(at).toBeGreaterThan(general);
      expect(rules[at]?.headers).toContainEqual({
        key: "Content-Security-Policy",
        value: expect.stringContaining("sandbox"),
      });
    },
  );
});
