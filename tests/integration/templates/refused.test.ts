import { ulid } from "ulid";
import { beforeAll, describe, expect, test } from "vitest";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { agent, customer, useStandIn } from "../outbound/stand-in";
import { useWorld } from "../support/world";

useWorld("template-refused");
useStandIn();

const thread = { id: "", conversationId: "" };
beforeAll(async () => {
  Object.assign(thread, await customer("whatsapp"));
});

describe("what Meta would refuse is refused before it is sent", () => {
  const body = (...words: string[]) => ({
    type: "body",
    parameters: words.map((text) => ({ type: "text", text })),
  });
  const button = (sub_type: string, index: number, parameter: object) => ({
    type: "button",
    sub_type,
    index: String(index),
    parameters: [parameter],
  });
  test.each<[string, string, object[]]>([
    ["a line break", "order_confirmation", [body("a\nb", "c")]],
    ["a tab", "order_confirmation", [body("a\tb", "c")]],
    ["four spaces", "order_confirmation", [body("a    b", "c")]],
    ["an empty value", "order_confirmation", [body("", "c")]],
    ["a body that is too long", "order_confirmation", [body("x".repeat(1000), "c")]],
    [
      "a header that is not in the template",
      "hello_again",
      [{ type: "header", parameters: [{ type: "text", text: "x" }] }],
    ],
    ["a missing picture", "we_miss_you", [body("a")]],
    [
      "a code of 16 characters",
      "spring_coupon",
      [body("a", "b"), button("copy_code", 0, { type: "coupon_code", coupon_code: "x".repeat(16) })],
    ],
    ["a missing code", "spring_coupon", [body("a", "b")]],
    [
      "an offer without an end",
      "weekend_offer",
      [
        { type: "header", parameters: [{ type: "image", image: { link: "https://example.com/a.png" } }] },
        body("a"),
        button("copy_code", 0, { type: "coupon_code", coupon_code: "A" }),
        button("url", 1, { type: "text", text: "a" }),
      ],
    ],
    ["a carousel without cards", "new_this_week", [body("a")]],
    [
      "another code on the button",
      "sign_in_code",
      [body("123456"), button("url", 0, { type: "text", text: "654321" })],
    ],
    [
      "a button that is not there",
      "hello_again",
      [button("quick_reply", 5, { type: "payload", payload: "x" })],
    ],
    ["a component nobody knows", "hello_again", [{ type: "sparkle" }]],
  ])("%s", async (_what, name, components) => {
    const queued = await enqueueMessage({
      actor: agent,
      conversationId: thread.conversationId,
      messageId: ulid(),
      content: {
        kind: "template",
        name,
        language: "en_US",
        components: components as Record<string, unknown>[],
      },
    });
    expect(queued).toMatchObject({ ok: false, error: { code: "template_parameters_mismatch" } });
  });

  test.each(["flash_sale", "free_money", "autumn_sale"])(
    "the template %s, which is not approved",
    async (name) => {
      const content = { kind: "template" as const, name, language: "en_US", components: [] };
      const about = { actor: agent, conversationId: thread.conversationId, messageId: ulid() };
      expect(await enqueueMessage({ ...about, content })).toMatchObject({
        error: { code: "template_not_approved" },
      });
    },
  );
});
