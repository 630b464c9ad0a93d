import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retryWaitMs, retryWaitsMs } from "@/lib/domain/webhook-back-off";
import { newWebhookSecret, signatureHeaders } from "@/lib/domain/webhook-signature";
import { parseEnv } from "@/lib/env";

describe("the signature", () => {
  it("is the one that the Standard Webhooks specification gives for its example", () => {
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const headers = signatureHeaders(
      "msg_p5jXN8AQM9LWM0D4loKWxJek",
      1_614_265_330_000,
      '{"test": 2432232314}',
      [secret],
    );
    expect(headers).toEqual({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  it("comes once for each secret", () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()];
    const signature = signatureHeaders("evt_1", 0, "{}", secrets)["webhook-signature"] ?? "";
    expect(new Set(signature.split(" ")).size).toBe(2);
    for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});

describe("the wait before the next try", () => {
  it("grows, a fifth more or less by chance, and ends", () => {
    expect(retryWaitsMs.map((_wait, at) => retryWaitMs(at + 1, 0.5))).toEqual([...retryWaitsMs]);
    expect(retryWaitMs(1, 0)).toBe(8_000);
    expect(retryWaitMs(1, 1)).toBe(12_000);
    expect(retryWaitMs(retryWaitsMs.length + 1, 0.5)).toBeNull();
  });

  it("is at least what the receiver asks for, up to a day", () => {
    const DAY_MS = 24 * 60 * 60 * 1000;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.integer({ min: 0, max: 10 * DAY_MS }),
        (tries, random, askedMs) => {
          const waitMs = retryWaitMs(tries, random, askedMs) ?? 0;
          expect(waitMs).toBeGreaterThanOrEqual(Math.min(askedMs, DAY_MS));
          expect(waitMs).toBeLessThanOrEqual(DAY_MS * 1.2);
        },
      ),
    );
  });
});

describe("PARLEY_WEBHOOKS_TO_LOOPBACK", () => {
  const flag = { PARLEY_WEBHOOKS_TO_LOOPBACK: "1", NODE_ENV: "production" };
  it("is refused in production, but for a stack on this machine", () => {
    expect(() => parseEnv(flag)).toThrow(/PARLEY_WEBHOOKS_TO_LOOPBACK is for tests/);
    expect(() => parseEnv({ ...flag, APP_URL: "https://inbox.example.com" })).toThrow(/PARLEY_WEBHOOKS/);
    expect(() => parseEnv({ ...flag, APP_URL: "http://127.0.0.1:3000" })).not.toThrow();
    expect(() => parseEnv({ ...flag, NODE_ENV: "test" })).not.toThrow();
  });
});
