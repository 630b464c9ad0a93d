import { expect, test } from "vitest";
import { inOrder } from "@/components/templates/recent-templates";
import { hindrance } from "@/components/templates/why-not";
import { readAddress } from "@/lib/domain/recipient-address";
import type { Template } from "@/lib/domain/template";
import { templateParts } from "@/lib/domain/template-parts";

const made = (name: string, changes: Partial<Template> = {}): Template => ({
  id: name,
  name,
  language: "en_US",
  status: "APPROVED",
  category: "UTILITY",
  quality: null,
  reason: null,
  parts: templateParts({ components: [{ type: "BODY", text: "Hi" }], parameterFormat: null, category: null }),
  ...changes,
});
const anybody = { hasPhone: true };

test("those used last come first, those that cannot be sent last, the rest by name", () => {
  const templates = [made("b"), made("stopped", { status: "PAUSED" }), made("c"), made("a"), made("d")];
  const order = inOrder(
    templates,
    ["d en_US", "c en_US", "stopped en_US", "gone en_US"],
    (template) => hindrance(template, anybody) === null,
  );
  expect(order.map(({ name }) => name)).toEqual(["d", "c", "a", "b", "stopped"]);
});

test.each([
  ["APPROVED", null],
  ["REINSTATED", null],
  ["FLAGGED", null],
  ["PAUSED", "paused"],
  ["REJECTED", "rejected"],
  ["DISABLED", "disabled"],
  ["PENDING", "pending"],
  ["IN_APPEAL", "pending"],
  ["LIMIT_EXCEEDED", "not_approved"],
  ["SOMETHING_NEW", "not_approved"],
])("a template that is %s: %s", (status, expected) => {
  expect(hindrance(made("x", { status }), anybody)).toBe(expected);
});

test("a one-time password needs a phone number, an unknown part cannot be filled in", () => {
  expect(hindrance(made("x", { category: "AUTHENTICATION" }), { hasPhone: false })).toBe("phone_needed");
  expect(hindrance(made("x", { category: "AUTHENTICATION" }), anybody)).toBeNull();
  const parts = templateParts({ components: [{ type: "NEW" }], parameterFormat: null, category: null });
  expect(hindrance(made("x", { parts }), anybody)).toBe("unfillable");
});

test.each([
  ["+1 (555) 019-9001", { kind: "phone", phone: "15550199001" }],
  ["0044 20 7946 0018", { kind: "phone", phone: "442079460018" }],
  ["US.13491208655302741918", { kind: "bsuid", bsuid: "US.13491208655302741918" }],
  ["US.ENT.118157992128868", { kind: "bsuid", bsuid: "US.ENT.118157992128868" }],
  ["020 7946 0018", null],
  ["12345", null],
  ["1234567890123456", null],
  ["us.123", null],
  ["Amara", null],
  ["", null],
])("%j is read as %j", (text, address) => {
  expect(readAddress(text)).toEqual(address);
});
