import { describe, expect, it } from "vitest";
import {
  judgeCallback,
  judgeFields,
  judgeHandshake,
  judgeSignatures,
} from "@/lib/domain/doctor/judge-webhook";

const shake = {
  address: "https://inbox.example.com/api/webhooks/whatsapp",
  status: 200,
  error: null,
  isRightAnswer: true,
  isHttps: true,
  isPrivate: false,
};

describe("our own handshake", () => {
  it.each([
    [{}, "pass", "ok"],
    [{ status: null, error: "ENOTFOUND", isRightAnswer: false }, "fail", "silent"],
    [{ status: 403, isRightAnswer: false }, "fail", "refused"],
    [{ isRightAnswer: false }, "fail", "wrong"],
    [{ status: 302, isRightAnswer: false }, "fail", "wrong"],
    [{ isHttps: false }, "warn", "notHttps"],
    [{ isHttps: false, isPrivate: true }, "warn", "private"],
    [{ isPrivate: true }, "warn", "private"],
  ])("%j: %s, %s", (changes, state, outcome) => {
    expect(judgeHandshake({ ...shake, ...changes })).toMatchObject({ state, outcome });
  });
});

describe("where Meta delivers", () => {
  const ours = "https://inbox.example.com/api/webhooks/whatsapp";
  const webhook = { callbackUrl: ours, isActive: true, fields: ["messages"] };
  it.each([
    [webhook, "pass", "ok"],
    [{ ...webhook, callbackUrl: `${ours}/` }, "pass", "ok"],
    [{ ...webhook, callbackUrl: "https://INBOX.example.com:443/api/webhooks/whatsapp" }, "pass", "ok"],
    [{ ...webhook, callbackUrl: "http://inbox.example.com/api/webhooks/whatsapp" }, "fail", "elsewhere"],
    [{ ...webhook, callbackUrl: "" }, "fail", "elsewhere"],
    [{ ...webhook, isActive: false }, "fail", "inactive"],
    [null, "fail", "none"],
  ])("%j: %s, %s", (given, state, outcome) => {
    expect(judgeCallback(given, ours)).toMatchObject({ state, outcome });
  });

  it("knows a field by either of its names", () => {
    const fields = [
      "messages",
      "messaging_postbacks",
      "messaging_seen",
      "messaging_reactions",
      "messaging_referrals",
    ];
    expect(judgeFields("instagram", { ...webhook, fields }).state).toBe("pass");
    expect(judgeFields("instagram", { ...webhook, fields: fields.slice(0, 4) })).toMatchObject({
      state: "warn",
      values: { names: ["messaging_referral"] },
    });
    expect(judgeFields("instagram", { ...webhook, fields: fields.slice(1) }).state).toBe("fail");
  });
});

describe("the last real signature", () => {
  const now = 1_800_000_000_000;
  it.each([
    [null, null, "warn", "never"],
    [now - 1, null, "pass", "ok"],
    [null, now - 1, "fail", "refused"],
    [now - 2, now - 1, "fail", "refused"],
    [now - 1, now - 2, "pass", "someRefused"],
    [now - 1, now - 2 * 60 * 60_000, "pass", "ok"],
  ])("right at %j, wrong at %j: %s, %s", (acceptedAt, refusedAt, state, outcome) => {
    expect(judgeSignatures({ acceptedAt, refusedAt }, now)).toMatchObject({ state, outcome });
  });
});
