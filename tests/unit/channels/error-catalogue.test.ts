import { describe, expect, it } from "vitest";
import { allReasons, describeGraphError, toDeliveryError } from "@/lib/channels/graph/error-catalogue";
import messages from "@/messages/en";

/** The codes of Meta's tables. A code here without an entry would fall to the generic reason. */
const whatsappCodes = [
  0, 190, 3, 10, 200, 201, 299, 1, 2, 4, 80007, 33, 100, 368, 130403, 130429, 130472, 130497, 131000, 131005,
  131008, 131009, 131016, 131021, 131026, 131030, 131031, 131037, 131042, 131045, 131047, 131048, 131049,
  131050, 131051, 131052, 131053, 131055, 131056, 131057, 131059, 131060, 131062, 131063, 131064, 132000,
  132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069, 133000, 133004, 133005,
  133006, 133008, 133009, 133010, 133015, 133016, 134011, 134100, 134101, 134102, 135000, 137000, 138000,
  138006, 139000, 139100, 139101, 139102, 139103, 147001, 147002, 147003, 147004, 147005, 2388019, 2388039,
  2388040, 2593107, 2593108, 2593109,
];
const instagramCodes: [code: number, subcode: number | null][] = [
  [10, 2018278],
  [10, 2534022],
  [2534022, null],
  [10, 2018065],
  [100, 2018001],
  [100, 2018109],
  [100, 2018164],
  [100, null],
  [100, 2534013],
  [2534013, null],
  [2534014, null],
  [2534029, null],
  [2534041, null],
  [2534039, null],
  [2534040, null],
  [10903, null],
  [10900, null],
  [551, 1545041],
  [551, null],
  [200, 1545041],
  [230, null],
  [9010, null],
  [4, null],
  [17, null],
  [32, null],
  [613, null],
  [80001, null],
  [80002, null],
  [80006, null],
  [0, null],
  [190, null],
  [190, 463],
  [190, 460],
  [190, 467],
  [190, 492],
  [200, null],
  [10, null],
  [3, null],
  [1, null],
  [2, null],
  [1200, null],
  [368, null],
  [9000001, 10900],
];

const catalogue: { failures: Record<string, { title: string; advice: string }> } = messages;

describe("the error catalogue", () => {
  it.each(whatsappCodes)("knows WhatsApp's %i", (code) => {
    expect(describeGraphError("whatsapp", code, null).reason).not.toBe("unknown");
  });

  it.each(instagramCodes)("knows Instagram's %i with subcode %s", (code, subcode) => {
    expect(describeGraphError("instagram", code, subcode).reason).not.toBe("unknown");
  });

  it.each(allReasons())("has words for %s", (reason) => {
    const words = catalogue.failures[reason];
    expect(words?.title).toMatch(/^[A-Z][^!0-9]*(\d+ (hours|MB))?[^!]*$/);
    expect(words?.advice).toMatch(/\.$/);
    expect(`${words?.title}${words?.advice}`).not.toMatch(/!|\b\d{3,}\b(?! MB)/);
  });

  it("has no words that nothing uses", () => {
    expect(Object.keys(catalogue.failures).filter((reason) => !allReasons().includes(reason))).toEqual([]);
  });

  it("never sends again by itself what only a person may send again", () => {
    for (const code of [131047, 131048, 131049, 131050, 131026, 190, 131042, 132001]) {
      expect(describeGraphError("whatsapp", code, null).maxTries).toBe(1);
    }
  });

  it("tries again by itself what passes by itself, the pair limit after six seconds at the earliest", () => {
    for (const code of [1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057]) {
      expect(describeGraphError("whatsapp", code, null).maxTries).toBeGreaterThan(1);
    }
    expect(describeGraphError("whatsapp", 131056, null).minDelayMs).toBeGreaterThanOrEqual(6_000);
  });

  it("asks for a new connection when the token is refused, on both channels", () => {
    for (const code of [0, 190]) {
      expect(describeGraphError("whatsapp", code, null).retry).toBe("refresh_token");
      expect(describeGraphError("instagram", code, 463).retry).toBe("refresh_token");
    }
  });

  it("offers a template for a closed window on WhatsApp, and only waiting on Instagram", () => {
    expect(describeGraphError("whatsapp", 131047, null).action).toBe("send_template");
    expect(describeGraphError("instagram", 10, 2018278).action).toBe("wait");
  });

  it("does not mistake the test list for a rate limit, nor billing for a template", () => {
    expect(describeGraphError("whatsapp", 131030, null).reason).toBe("recipient_not_on_test_list");
    expect(describeGraphError("whatsapp", 131042, null).reason).toBe("payment_problem");
    expect(describeGraphError("whatsapp", 132001, null).reason).toBe("template_missing");
  });

  it("claims nothing about a code it does not know, and lets a person try again", () => {
    for (const code of [999_999, null]) {
      expect(toDeliveryError("whatsapp", code, 7, "why", "trace")).toEqual({
        code,
        subcode: 7,
        reason: "unknown",
        isRetryable: true,
        details: "why",
        fbtraceId: "trace",
        who: "agent",
        action: "retry",
      });
    }
  });
});
