import { describe, expect, it } from "vitest";
import { judgeLastEvent, judgeSubscribedFields, judgeSubscription } from "@/lib/domain/doctor/judge-channel";
import {
  judgeCanSend,
  judgeMessagingLimit,
  judgeNameStatus,
  judgeNumberStatus,
  judgeQuality,
  judgeTemplates,
  judgeThroughput,
} from "@/lib/domain/doctor/judge-number";
import {
  judgeAppId,
  judgeScopes,
  judgeToken,
  judgeTokenExpiry,
  scopesFor,
  type TokenFacts,
} from "@/lib/domain/doctor/judge-token";

const DAY = 24 * 60 * 60_000;
const now = 1_800_000_000_000;
const good: TokenFacts = { isValid: true, expiresAt: null, scopes: ["a", "b"], appId: "1" };

describe("a token's end", () => {
  it.each<[Partial<TokenFacts>, string, string]>([
    [{}, "pass", "never"],
    [{ expiresAt: now + 7 * DAY }, "pass", "ok"],
    [{ expiresAt: now + 7 * DAY - 1 }, "warn", "soon"],
    [{ expiresAt: now + 1 }, "warn", "soon"],
    [{ expiresAt: now, isValid: false }, "fail", "over"],
    [{ isValid: false }, "unknown", "because"],
    [{ expiresAt: undefined }, "unknown", "notTold"],
  ])("%j: %s, %s", (facts, state, outcome) => {
    expect(judgeTokenExpiry({ ...good, ...facts }, now)).toMatchObject({ state, outcome });
  });

  it("is one fault and not two: a token that has run out is no other fault", () => {
    const over = { ...good, isValid: false, expiresAt: now - 1 };
    expect(judgeToken(over, now)).toMatchObject({ state: "unknown", values: { check: "tokenExpiry" } });
    expect(judgeToken({ ...good, isValid: false }, now).state).toBe("fail");
    expect(judgeToken(good, now).state).toBe("pass");
  });
});

describe("a token's permissions and app", () => {
  it.each<[string[] | null, string, string]>([
    [["a", "b", "c"], "pass", "ok"],
    [["a"], "fail", "missing"],
    [["a", "b"], "warn", "less"],
    [null, "unknown", "notTold"],
  ])("with %j: %s, %s", (scopes, state, outcome) => {
    expect(judgeScopes({ ...good, scopes }, { needed: ["a", "b"], wanted: ["c"] })).toMatchObject({
      state,
      outcome,
    });
  });

  it("are others on each way of connecting", () => {
    const ways = [scopesFor("whatsapp", false), scopesFor("instagram", false), scopesFor("instagram", true)];
    expect(new Set(ways.map(({ needed }) => needed[0])).size).toBe(3);
  });

  it("belong to our app, another, or nobody knows", () => {
    expect(judgeAppId(good, "1").state).toBe("pass");
    expect(judgeAppId(good, "2").state).toBe("fail");
    expect(judgeAppId({ ...good, appId: null }, "1").state).toBe("unknown");
    expect(judgeAppId({ ...good, isValid: false }, "2").state).toBe("unknown");
  });
});

describe("a number", () => {
  it.each([
    [judgeQuality("GREEN"), "pass"],
    [judgeQuality("YELLOW"), "warn"],
    [judgeQuality("RED"), "fail"],
    [judgeQuality("UNKNOWN"), "unknown"],
    [judgeQuality(null), "unknown"],
    [judgeQuality("PURPLE"), "unknown"],
    [judgeMessagingLimit("TIER_250"), "warn"],
    [judgeMessagingLimit("TIER_1K"), "pass"],
    [judgeMessagingLimit("TIER_2K"), "pass"],
    [judgeMessagingLimit("TIER_UNLIMITED"), "pass"],
    [judgeMessagingLimit("TIER_9"), "unknown"],
    [judgeMessagingLimit(null), "unknown"],
    [judgeNameStatus("APPROVED"), "pass"],
    [judgeNameStatus("AVAILABLE_WITHOUT_REVIEW"), "pass"],
    [judgeNameStatus("PENDING_REVIEW"), "warn"],
    [judgeNameStatus("NONE"), "warn"],
    [judgeNameStatus("DECLINED"), "fail"],
    [judgeNameStatus("EXPIRED"), "fail"],
    [judgeNameStatus("toString"), "unknown"],
    [judgeNumberStatus({ status: "CONNECTED", mode: "LIVE" }), "pass"],
    [judgeNumberStatus({ status: "CONNECTED", mode: "SANDBOX" }), "warn"],
    [judgeNumberStatus({ status: "BANNED", mode: "SANDBOX" }), "fail"],
    [judgeNumberStatus({ status: "FLAGGED", mode: null }), "warn"],
    [judgeNumberStatus({ status: null, mode: "LIVE" }), "unknown"],
    [judgeCanSend({ value: "AVAILABLE", words: [] }), "pass"],
    [judgeCanSend({ value: "LIMITED", words: ["Verify."] }), "warn"],
    [judgeCanSend({ value: "BLOCKED", words: [] }), "fail"],
    [judgeCanSend({ value: null, words: [] }), "unknown"],
  ])("is judged %j: %s", (verdict, state) => expect(verdict.state).toBe(state));

  it.each([
    ["STANDARD", false, 80, "pass"],
    ["STANDARD", false, 81, "warn"],
    ["STANDARD", true, 20, "pass"],
    ["STANDARD", true, 21, "warn"],
    ["HIGH", false, 1000, "pass"],
    ["NOT_APPLICABLE", false, 80, "fail"],
    [null, false, 80, "unknown"],
  ])("of throughput %s, beside the app %s, set to %i: %s", (level, isBesideApp, perSecond, state) => {
    expect(judgeThroughput({ level, isBesideApp, perSecond }).state).toBe(state);
  });

  it("has templates that are stopped, none, or enough", () => {
    const template = (status: string) => ({ name: "a", language: "en", status });
    expect(judgeTemplates([])).toMatchObject({ state: "warn", outcome: "none" });
    expect(judgeTemplates([template("REJECTED")])).toMatchObject({ state: "warn", outcome: "none" });
    expect(judgeTemplates([template("APPROVED"), template("REJECTED")]).state).toBe("pass");
    expect(judgeTemplates([template("APPROVED"), template("DISABLED")])).toMatchObject({
      values: { names: ["a (en)"] },
    });
  });
});

describe("a channel", () => {
  it.each([
    [null, "warn", "never"],
    [now - 7 * DAY + 1, "pass", "ok"],
    [now - 7 * DAY, "warn", "quiet"],
  ])("that was last heard of at %j: %s, %s", (at, state, outcome) => {
    expect(judgeLastEvent(at, now)).toMatchObject({ state, outcome });
  });

  it("is subscribed to by our app, by others, or by none", () => {
    const apps = [{ appId: "9", fields: [] }];
    expect(judgeSubscription([], null).outcome).toBe("none");
    expect(judgeSubscription(apps, null).state).toBe("unknown");
    expect(judgeSubscription(apps, "1").outcome).toBe("others");
    expect(judgeSubscription(apps, "9").state).toBe("pass");
  });

  it("tells of messages, and of the rest", () => {
    expect(judgeSubscribedFields(["messages", "x"], ["messages", "x"]).state).toBe("pass");
    expect(judgeSubscribedFields(["messages"], ["messages", "x"]).state).toBe("warn");
    expect(judgeSubscribedFields(["x"], ["messages", "x"]).state).toBe("fail");
  });
});
